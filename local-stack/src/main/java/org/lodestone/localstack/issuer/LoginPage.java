package org.lodestone.localstack.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The login page, in Chinese, or in English when asked for. */
@RestController
class LoginPage {

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("lang", "zh-CN"),
            Map.entry("title", "登录 · 磁石"),
            Map.entry("product", "磁石"),
            Map.entry("claim", "招商引资管理系统"),
            Map.entry("user", "用户名"),
            Map.entry("password", "密码"),
            Map.entry("submit", "登录"),
            Map.entry("other", "English"),
            Map.entry("otherLink", "/login?lang=en"),
            Map.entry("failed", "用户名或密码不正确，请重新输入。"),
            Map.entry("left", "您已退出登录。"),
            Map.entry("demo", "演示环境，所有用户的密码均为 lodestone："),
            Map.entry("officer", "招商专员"),
            Map.entry("manager", "部门负责人"),
            Map.entry("leader", "分管领导"),
            Map.entry("others", "市级 · 只读 · 管理员"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("lang", "en"),
            Map.entry("title", "Sign in · Lodestone"),
            Map.entry("product", "Lodestone"),
            Map.entry("claim", "Investment attraction, from lead to production"),
            Map.entry("user", "User name"),
            Map.entry("password", "Password"),
            Map.entry("submit", "Sign in"),
            Map.entry("other", "中文"),
            Map.entry("otherLink", "/login"),
            Map.entry("failed", "User name or password is wrong. Please try again."),
            Map.entry("left", "You are signed out."),
            Map.entry("demo", "A demonstration; everybody's password is lodestone:"),
            Map.entry("officer", "Officer"),
            Map.entry("manager", "Manager"),
            Map.entry("leader", "Leader"),
            Map.entry("others", "City · viewer · administrator"));

    private final String template = template();

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String show(
            @RequestParam(defaultValue = "zh") String lang,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            CsrfToken csrf) {
        Map<String, String> words = lang.startsWith("en") ? ENGLISH : CHINESE;
        String page = template;
        for (Map.Entry<String, String> word : words.entrySet()) {
            page = page.replace("{{" + word.getKey() + "}}", HtmlUtils.htmlEscape(word.getValue(), "UTF-8"));
        }
        return page.replace("{{message}}", message(words, error, logout))
                .replace("{{csrfName}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
                .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()));
    }

    private static String message(Map<String, String> words, @Nullable String error, @Nullable String logout) {
        if (error != null) {
            return "<p role=\"alert\" class=\"failed\">" + words.get("failed") + "</p>";
        }
        return logout == null ? "" : "<p role=\"status\" class=\"left\">" + words.get("left") + "</p>";
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(LoginPage.class.getResourceAsStream("login.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
