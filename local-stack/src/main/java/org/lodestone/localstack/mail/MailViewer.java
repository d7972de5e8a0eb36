package org.lodestone.localstack.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** {@code /} for people, {@code /messages} for programs; {@code /messages/ID} and {@code /messages/ID/html} for one mail. */
final class MailViewer {

    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final MailFolder mails;
    private final JsonMapper json = JsonMapper.builder().build();

    private MailViewer(MailFolder mails) {
        this.mails = mails;
    }

    static void serve(MailFolder mails, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.createContext("/", new MailViewer(mails)::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            if (path.length <= 1) {
                send(exchange, "text/html", page());
            } else if (!path[1].equals("messages")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.length == 2) {
                send(exchange, "application/json", json.writeValueAsString(Map.of("items", mails.newest(SHOWN))));
            } else {
                sendOne(exchange, mails.find(path[2]), path.length > 3);
            }
        }
    }

    private void sendOne(HttpExchange exchange, Optional<CaughtMail> mail, boolean asHtml) throws IOException {
        if (mail.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
        } else if (asHtml) {
            send(exchange, "text/html", body(mail.get()));
        } else {
            send(exchange, "application/json", json.writeValueAsString(mail.get()));
        }
    }

    private static String body(CaughtMail mail) {
        return mail.html() != null ? mail.html() : "<pre>" + escape(mail.text()) + "</pre>";
    }

    private String page() throws IOException {
        String rows = mails.newest(SHOWN).stream().map(MailViewer::row).collect(Collectors.joining());
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>邮件 · 磁石</title><style>
                body{margin:0;font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#17212B;background:#F7F8FA}
                header{background:#17212B;color:#fff;padding:12px 24px}h1{font-size:16px;margin:0}main{padding:16px 24px;max-width:1000px}
                details{background:#fff;border:1px solid #E3E7EC;border-radius:6px;margin-bottom:6px}
                summary{display:grid;grid-template-columns:110px 240px 1fr;gap:12px;padding:8px 12px;cursor:pointer}
                time,small{color:#51606E;font-variant-numeric:tabular-nums}iframe{width:100%;height:420px;border:0;border-top:1px solid #E3E7EC;background:#fff}
                </style></head><body><header><h1>收到的邮件（不会真正发出） · Caught mail, never delivered</h1></header><main>""" + (rows.isEmpty() ? "<p>还没有邮件。 Nothing yet.</p>" : rows) + "</main></body></html>";
    }

    private static String row(CaughtMail mail) {
        return "<details><summary><time>" + TIME.format(mail.at()) + "</time><span>" + escape(mail.to())
                + "</span><b>" + escape(mail.subject()) + "</b></summary><iframe loading=\"lazy\" sandbox title=\""
                + escape(mail.subject()) + "\" src=\"/messages/" + mail.id() + "/html\"></iframe></details>";
    }

    private static String escape(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static void send(HttpExchange exchange, String type, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'; script-src 'none'");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
