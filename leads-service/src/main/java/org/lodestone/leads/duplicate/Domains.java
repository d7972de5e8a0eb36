package org.lodestone.leads.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Domains of mail and web addresses, as far as they tell whose they are. */
final class Domains {

    private static final Set<String> PUBLIC = Set.of(
            "qq.com",
            "foxmail.com",
            "163.com",
            "126.com",
            "yeah.net",
            "188.com",
            "vip.163.com",
            "sina.com",
            "sina.cn",
            "sina.com.cn",
            "sohu.com",
            "tom.com",
            "21cn.com",
            "139.com",
            "189.cn",
            "wo.cn",
            "aliyun.com",
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.cn",
            "hotmail.com",
            "live.com",
            "live.cn",
            "msn.com",
            "yahoo.com",
            "yahoo.com.cn",
            "yahoo.cn",
            "icloud.com",
            "me.com",
            "proton.me",
            "protonmail.com",
            "gmx.de",
            "gmx.com",
            "gmx.net",
            "web.de",
            "mail.com",
            "naver.com",
            "example.com",
            "example.org",
            "263.net",
            "eyou.com");

    private static final Set<String> SECOND = Set.of("com", "net", "org", "gov", "edu", "ac", "co");
    private static final int COUNTRY = 2;
    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://");
    private static final Pattern PATH = Pattern.compile("[/:?].*$");

    private Domains() {}

    /** {@code keyu.com.cn} of {@code li@mail.keyu.com.cn}; empty for public providers and what is none. */
    static String own(String address) {
        String host = address.strip().toLowerCase(Locale.ROOT);
        host = host.substring(host.lastIndexOf('@') + 1);
        // An address of the web as well; most are none, and the patterns cost more than the rest.
        if (host.indexOf(':') >= 0 || host.indexOf('/') >= 0 || host.indexOf('?') >= 0) {
            host = SCHEME.matcher(host).replaceFirst("");
            host = PATH.matcher(host).replaceFirst("");
        }
        List<String> parts = Arrays.asList(host.split("\\."));
        if (parts.size() < 2 || parts.stream().anyMatch(String::isBlank)) {
            return "";
        }
        boolean byCountry = parts.getLast().length() == COUNTRY && SECOND.contains(parts.get(parts.size() - 2));
        int length = Math.min(parts.size(), byCountry ? 3 : 2);
        String own = String.join(".", parts.subList(parts.size() - length, parts.size()));
        return PUBLIC.contains(own) ? "" : own;
    }
}
