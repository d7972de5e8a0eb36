package org.lodestone.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.lodestone.platform.document.DocumentProperties.S3;
import org.lodestone.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Any store that speaks S3. Its blocking client is kept on threads that may wait. */
final class S3Bytes implements DocumentBytes {

    private static final Logger LOG = LoggerFactory.getLogger(S3Bytes.class);
    private static final int RETRY_SECONDS = 5;
    private static final int PIECE = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3Bytes(S3 settings) {
        this.bucket = settings.bucket();
        this.prefix = settings.prefix();
        this.client = client(settings);
    }

    @Override
    public Mono<Void> put(String ref, Path file, String type) {
        return Mono.fromCallable(() -> client.putObject(
                        to -> to.bucket(bucket).key(prefix + ref).contentType(type), RequestBody.fromFile(file)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(SdkException.class, S3Bytes::away)
                .then();
    }

    @Override
    public Flux<ByteBuffer> get(String ref, long first, long last) {
        return Flux.<ByteBuffer, ResponseInputStream<GetObjectResponse>>using(
                        () -> client.getObject(
                                from -> from.bucket(bucket).key(prefix + ref).range("bytes=" + first + "-" + last)),
                        in -> Flux.generate(sink -> {
                            byte[] piece = read(in);
                            if (piece.length == 0) {
                                close(in);
                                sink.complete();
                            } else {
                                sink.next(ByteBuffer.wrap(piece));
                            }
                        }),
                        // Who goes away in the middle does not want the rest; after the end it does nothing.
                        ResponseInputStream::abort)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(SdkException.class, S3Bytes::away);
    }

    @Override
    public Mono<Void> delete(String ref) {
        return Mono.fromCallable(
                        () -> client.deleteObject(from -> from.bucket(bucket).key(prefix + ref)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(SdkException.class, S3Bytes::away)
                .then();
    }

    @Override
    public void close() {
        client.close();
    }

    private static S3Client client(S3 settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                // Stores of one's own seldom know the newer checksums and chunked signatures.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(with -> with.chunkedEncodingEnabled(false))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER)
                        .build());
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3 settings) {
        String key = settings.accessKey();
        String secret = settings.secretKey();
        return key == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }

    /** Away, or it does not let us in: nothing the asker can do but come back. */
    private static Throwable away(SdkException refused) {
        LOG.warn("the document store refuses: {}", refused.toString());
        return Problem.unavailable(RETRY_SECONDS);
    }

    private static byte[] read(InputStream in) {
        try {
            return in.readNBytes(PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
