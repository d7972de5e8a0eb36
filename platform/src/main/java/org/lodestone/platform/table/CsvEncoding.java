package org.lodestone.platform.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a text file is written in, by its bytes: a mark at its start, else what decodes without an error. */
final class CsvEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvEncoding() {}

    static Charset of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return checked(file, StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return checked(file, StandardCharsets.UTF_16BE);
        }
        for (Charset candidate : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (decodes(file, candidate)) {
                return candidate;
            }
        }
        throw new UnreadableTable("unknown-encoding");
    }

    /** Without the mark. */
    static Reader reader(Path file, Charset encoding) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static Charset checked(Path file, Charset encoding) throws IOException {
        if (!decodes(file, encoding)) {
            throw new UnreadableTable("unknown-encoding");
        }
        return encoding;
    }

    private static boolean decodes(Path file, Charset encoding) throws IOException {
        char[] buffer = new char[8192];
        try (Reader reader = reader(file, encoding)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw new UnreadableTable("not-a-table");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
