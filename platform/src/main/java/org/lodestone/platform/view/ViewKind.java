package org.lodestone.platform.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;

/** A list that can be saved as a view: it knows what its filters and orders may say. */
public interface ViewKind {

    /** E.g. {@code leads}. */
    String of();

    /** What a row of it can show. */
    Set<String> columns();

    /** Everything that makes no sense, {@code filter.…} and {@code sort}. */
    List<FieldProblem> faults(Scope scope, Map<String, List<String>> filter, @Nullable String sort);
}
