import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, setLocale } from './i18n'
import { router } from './router'
import './theme/tokens.css'
import './theme/base.css'
import './theme/element.css'

setLocale(i18n.global.locale.value)
createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
