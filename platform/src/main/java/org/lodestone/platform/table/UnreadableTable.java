package org.lodestone.platform.table;

import java.util.List;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** A file that cannot be taken, and what whoever sent it can do about it: the words are the messages {@code problem.table-<code>.*}. */
public final class UnreadableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    UnreadableTable(String code, Object... arguments) {
        this(null, code, arguments);
    }

    UnreadableTable(@org.jspecify.annotations.Nullable Throwable cause, String code, Object... arguments) {
        super(code + " " + List.of(arguments), cause);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** 422 with the sentence in the caller's language. */
    public Problem problem() {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "table-" + code, arguments.toArray());
    }
}
