package org.lodestone.localstack.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/** What the issuer keeps between runs, made once and readable by the owner only, so that a restart logs nobody out. */
public record IssuerFolder(Path path) {

    private static final int SECRET_BYTES = 24;

    public String webSecret() {
        return kept("web.secret", IssuerFolder::secret);
    }

    public String cliSecret() {
        return kept("cli.secret", IssuerFolder::secret);
    }

    /** @param clientId such as {@code program.yuanqu} */
    public String programSecret(String clientId) {
        return kept(clientId + ".secret", IssuerFolder::secret);
    }

    RSAKey signingKey() {
        try {
            return RSAKey.parse(kept("signing-key.json", IssuerFolder::key));
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "signing-key.json in " + path + " is damaged: delete it to get a new key", e);
        }
    }

    private String kept(String name, Supplier<String> first) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, first.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moved into place whole, so that a process killed meanwhile leaves no half secret. */
    private void write(Path file, String content) throws IOException {
        Files.createDirectories(path);
        Path draft = Files.createTempFile(path, "draft", "");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(draft, content);
        Files.move(draft, file);
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String key() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
