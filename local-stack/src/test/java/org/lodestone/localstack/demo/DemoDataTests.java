package org.lodestone.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lodestone.localstack.supervisor.Complaint;

class DemoDataTests {

    private static final LocalDate LOADED_ON = LocalDate.parse("2026-11-23");

    private final List<DemoItem> items = DemoData.items();

    @Test
    void keysAreUnique() {
        assertThat(items).extracting(DemoItem::key).doesNotHaveDuplicates();
    }

    @Test
    void whereNoEnterpriseIsKnownTheNamesArePlainlyInvented() {
        assertThat(items)
                .filteredOn(item -> Set.of("140400", "140800").contains(item.zone()))
                .isNotEmpty()
                .allMatch(item -> item.fictitious() && item.name().startsWith("演示·"));
    }

    @Test
    void noAmountIsInventedForARealFirm() {
        assertThat(items)
                .filteredOn(item -> !item.fictitious())
                .isNotEmpty()
                .allMatch(item -> item.amount().equals("1.00"));
    }

    @Test
    void everyStateAndStageIsShown() {
        assertThat(items.stream().map(DemoItem::to).collect(Collectors.toSet()))
                .contains("NEW", "ASSESSING", "ENGAGING", "CONSENSUS", "INTENT", "ON_HOLD", "DROPPED")
                .contains("SIGNED", "REGISTERED", "PREPARING", "STARTED", "CONSTRUCTING", "COMPLETED", "TRIAL")
                .contains("PRODUCING", "FULL_CAPACITY", "SUSPENDED", "TERMINATED");
    }

    @Test
    void historiesGoForwardThroughWorkingHoursAndEndBeforeToday() {
        for (DemoItem item : items) {
            int moments = DemoLead.moments(item) + DemoProject.moments(item);
            History history = new History(item, LOADED_ON, moments);
            List<Instant> at = new ArrayList<>();
            for (int i = 0; i < moments; i++) {
                at.add(history.next().at());
            }
            assertThat(at).isSorted().doesNotHaveDuplicates();
            assertThat(at)
                    .allMatch(each -> LocalDate.ofInstant(each, History.ZONE).isBefore(LOADED_ON));
            assertThat(at)
                    .allMatch(each -> LocalTime.ofInstant(each, History.ZONE).getHour() >= 9
                            && LocalTime.ofInstant(each, History.ZONE).getHour() < 18);
        }
    }

    @Test
    void inventedCodesHaveARightCheckDigit() {
        assertThat(items).allMatch(item -> isValid(Uscc.synthetic(item.zone(), item.key())));
        assertThat(isValid("91140827MA0DEM013B")).isTrue();
    }

    private static boolean isValid(String uscc) {
        String digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += digits.indexOf(uscc.charAt(i)) * (int) (Math.pow(3, i) % 31);
        }
        return uscc.length() == 18 && digits.indexOf(uscc.charAt(17)) == (31 - sum % 31) % 31;
    }

    /** The order of a map made by {@code Map.of} is another one in each process; the service would see another request under the same key. */
    @Test
    void whatIsSentAgainByAnotherProcessIsTheSame() {
        Map<String, Object> body = Map.of("d", 1, "b", Map.of("z", 1, "y", 2, "x", 3), "c", 2, "a", 3);

        assertThat(Api.written(body)).isEqualTo("{\"a\":3,\"b\":{\"x\":3,\"y\":2,\"z\":1},\"c\":2,\"d\":1}");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whenOneLeadCannotBeLoadedTheOthersAreNotWaitedFor() {
        Runnable endless = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new Failed("interrupted");
            }
        };

        assertThatThrownBy(() -> DemoData.together(List.of(
                        () -> {
                            throw new Failed("nothing answers");
                        },
                        endless,
                        endless,
                        endless)))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("nothing answers");
    }
}
