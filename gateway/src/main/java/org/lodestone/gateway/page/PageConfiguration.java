package org.lodestone.gateway.page;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.accept;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The page's files by name; every address that is a view of it gets the same document, which reads the address itself. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebFluxConfigurer {

    private static final Resource DOCUMENT = new ClassPathResource("static/index.html");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names carry a hash of their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Bean
    RouterFunction<ServerResponse> page() {
        return route(
                view(),
                request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(DOCUMENT));
    }

    private static RequestPredicate view() {
        return GET("/**").and(accept(MediaType.TEXT_HTML)).and(request -> {
            String path = request.path();
            return !path.startsWith("/api/")
                    // The form that other sites embed.
                    && !path.startsWith("/intake/")
                    && !path.startsWith("/docs")
                    && !path.startsWith("/webjars/")
                    && !path.startsWith("/actuator/")
                    && !path.startsWith("/assets/")
                    && !path.startsWith("/auth/")
                    && !path.startsWith("/oauth2/")
                    && !path.startsWith("/login/")
                    && path.indexOf('.') < 0;
        });
    }
}
