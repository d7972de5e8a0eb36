package org.lodestone.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;

/** What a file is by its content, and whether such files are kept. What is not known is not kept. */
final class DocumentTypes {

    private static final String SVG = "image/svg+xml";

    /** The name only says more exactly what the content is already. */
    private static final Set<String> KEPT = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/x-tika-msoffice",
            "application/vnd.ms-works",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/rtf",
            "application/zip",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-rar-compressed;version=4",
            "application/x-rar-compressed;version=5",
            "text/plain",
            "text/csv",
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/bmp",
            "image/tiff",
            "image/heic",
            "image/heif",
            "image/vnd.dwg",
            "image/vnd.dxf",
            SVG,
            "audio/mpeg",
            "audio/mp4",
            "video/mp4",
            "video/quicktime");

    private final Tika tika = new Tika();

    /** @throws DocumentProblem.WrongType with what it is */
    String of(Path file, String name) throws IOException {
        String type;
        try (InputStream in = Files.newInputStream(file)) {
            type = tika.detect(in, name).replace(" ", "");
        }
        if (!KEPT.contains(type) || (type.equals(SVG) && isActive(file))) {
            throw new DocumentProblem.WrongType(type);
        }
        return type;
    }

    /** A picture that runs something, or fetches it; also where that is written as an entity, which is a picture's affair never. */
    private static boolean isActive(Path svg) throws IOException {
        String text = Files.readString(svg, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return text.contains("<script")
                || text.contains(":script")
                || text.contains("<!entity")
                || text.contains("javascript:")
                || text.contains("foreignobject")
                || text.matches("(?s).*[\\s\"'/]on[a-z]+\\s*=.*");
    }
}
