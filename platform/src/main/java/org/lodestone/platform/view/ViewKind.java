package org.lodestone.platform.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;

/** A list that can be saved as a view: it knows what its filters and orders may say. */
public interface ViewKind {

    /** E.g. {@code leads}. */
    String of();

    /** Everything that makes no sense, {@code filter.…} and {@code sort}. */
    List<FieldProblem> faults(Scope scope, Map<String, List<String>> filter, @Nullable String sort);
}
