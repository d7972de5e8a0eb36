package org.lodestone.leads.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * What of a file is asked for: the whole, or one range of it. Several ranges at once are answered with the whole, as HTTP allows.
 *
 * @param first byte
 * @param last byte, included
 */
record FileContent(Edition edition, HttpStatus status, long first, long last) {

    static FileContent of(Edition edition, HttpHeaders request) {
        List<HttpRange> ranges = ranges(edition, request);
        if (ranges == null) {
            return new FileContent(edition, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, 0, -1);
        }
        if (ranges.size() != 1) {
            return new FileContent(edition, HttpStatus.OK, 0, edition.bytes() - 1);
        }
        long first = ranges.getFirst().getRangeStart(edition.bytes());
        long last = ranges.getFirst().getRangeEnd(edition.bytes());
        return first > last
                ? new FileContent(edition, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, 0, -1)
                : new FileContent(edition, HttpStatus.PARTIAL_CONTENT, first, last);
    }

    static String etag(Edition edition) {
        return "\"" + edition.sha256() + "\"";
    }

    boolean isEmpty() {
        return first > last;
    }

    /** Never shown as a page of ours: whatever it is, it is a file to keep. */
    ResponseEntity.BodyBuilder answer() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .eTag(etag(edition))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header("X-Content-Type-Options", "nosniff");
        if (isEmpty()) {
            return answer.header(HttpHeaders.CONTENT_RANGE, "bytes */" + edition.bytes());
        }
        if (status == HttpStatus.PARTIAL_CONTENT) {
            answer.header(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + edition.bytes());
        }
        ContentDisposition attached = ContentDisposition.attachment()
                .filename(edition.fileName(), StandardCharsets.UTF_8)
                .build();
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .contentType(MediaType.parseMediaType(edition.type()))
                .contentLength(last - first + 1);
    }

    /** None where the whole is asked for, null where what is asked for is no range. */
    private static @Nullable List<HttpRange> ranges(Edition edition, HttpHeaders request) {
        String ifRange = request.getFirst(HttpHeaders.IF_RANGE);
        if (ifRange != null && !Objects.equals(ifRange, etag(edition))) {
            return List.of();
        }
        try {
            return request.getRange();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
