package org.lodestone.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.platform.document.Filings.await;
import static org.lodestone.platform.document.Filings.noise;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.document.DocumentProperties.S3;
import org.lodestone.platform.web.Problem;

/** Against an S3-compatible store that somebody else wrote, which checks signatures and keeps objects in memory. */
class S3BytesIT {

    private static final String BUCKET = "lodestone";
    private static final S3Proxy SERVER;
    private static final BlobStore STORE;

    static {
        BlobStoreContext context = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials("nobody", "nothing")
                .overrides(new Properties())
                .build(BlobStoreContext.class);
        STORE = context.getBlobStore();
        SERVER = S3Proxy.builder()
                .blobStore(STORE)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "access", "secret")
                .build();
    }

    @BeforeAll
    static void start() throws Exception {
        SERVER.start();
        STORE.createContainerInLocation(null, BUCKET);
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    private static S3Bytes bytes(String secret) {
        URI endpoint = URI.create("http://127.0.0.1:" + SERVER.getPort());
        return new S3Bytes(new S3(BUCKET, endpoint, "us-east-1", "access", secret, true, "documents/"));
    }

    @Test
    void whatIsPutCanBeHadInPartsUntilItIsDeleted() {
        byte[] content = noise(700_000, 1);
        Path file = Filings.file(content);
        try (S3Bytes bytes = bytes("secret")) {
            await(bytes.put("REF", file, "application/pdf").thenReturn(true));
            await(bytes.put("REF", file, "application/pdf").thenReturn(true));

            assertThat(Objects.requireNonNull(STORE.blobMetadata(BUCKET, "documents/REF"))
                            .getContentMetadata()
                            .getContentType())
                    .isEqualTo("application/pdf");
            assertThat(Filings.bytes(bytes.get("REF", 0, content.length - 1))).isEqualTo(content);
            assertThat(Filings.bytes(bytes.get("REF", 300_000, 300_010)))
                    .isEqualTo(Arrays.copyOfRange(content, 300_000, 300_011));
            assertThat(await(bytes.get("REF", 0, content.length - 1).next())).isNotNull();

            await(bytes.delete("REF").thenReturn(true));
            await(bytes.delete("REF").thenReturn(true));
            assertThat(STORE.list(BUCKET, ListContainerOptions.Builder.recursive()))
                    .isEmpty();
            assertThatThrownBy(() -> bytes.get("REF", 0, 1).blockLast()).isInstanceOf(Problem.class);
        } finally {
            Filings.delete(file);
        }
    }

    @Test
    void whoIsNotLetInSaysThatTheStoreIsAway() {
        Path file = Filings.file(noise(10, 2));
        try (S3Bytes bytes = bytes("wrong")) {
            assertThatThrownBy(() -> bytes.put("OTHER", file, "text/plain").block())
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("unavailable"));
        } finally {
            Filings.delete(file);
        }
    }
}
