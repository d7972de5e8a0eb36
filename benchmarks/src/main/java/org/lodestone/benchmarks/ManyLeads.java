package org.lodestone.benchmarks;

import java.io.IOException;

/** Everything that is asked of many leads, with one loading of them: that and the building of their index take most of the time. */
final class ManyLeads {

    private static final int FEW = 1_000;

    private final int count;
    private double rebuiltSeconds;

    ManyLeads(int count) {
        this.count = count;
    }

    boolean run(LocalStack stack) throws IOException, InterruptedException {
        Growth growth = Growth.at(FEW, count);
        LeadListBenchmark lists = new LeadListBenchmark();
        DuplicateCheckBenchmark duplicates = new DuplicateCheckBenchmark();
        growth.run(
                stack,
                (api, leads) -> {
                    lists.ask(api, leads);
                    duplicates.ask(api, leads);
                },
                seconds -> rebuiltSeconds = seconds);
        boolean held = RebuildBenchmark.held(count, rebuiltSeconds);
        held &= lists.held(growth);
        held &= duplicates.held(growth);
        held &= new SearchBenchmark(count).run(stack);
        return held & new FiguresBenchmark(stack).run();
    }
}
