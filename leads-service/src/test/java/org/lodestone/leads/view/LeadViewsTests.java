package org.lodestone.leads.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.time.BusinessClock;

/** What a view of leads may say is what the page shows. */
class LeadViewsTests {

    private static final Path COLUMNS = Path.of("../dashboard/src/lead/columns.ts");

    @Test
    void everyColumnOfThePageCanBeKeptAndNoOther() throws IOException {
        List<String> shown = Pattern.compile("\\{ id: '(\\w+)'")
                .matcher(Files.readString(COLUMNS))
                .results()
                .map((MatchResult column) -> column.group(1))
                .toList();

        assertThat(new LeadViews(BusinessClock.fixed(Instant.EPOCH)).columns())
                .containsExactlyInAnyOrderElementsOf(shown);
    }
}
