package org.lodestone.benchmarks;

import java.nio.file.Path;

/** {@code ./lodestone bench NAME}: prints what it measured and ends with 1 when the gate does not hold. */
final class Benchmarks {

    private static final int MILLION = 1_000_000;

    private Benchmarks() {}

    static void main(String[] args) throws Exception {
        LocalStack stack = new LocalStack(Path.of(System.getProperty("lodestone.command", "./lodestone")));
        String name = args.length == 0 ? "" : args[0];
        boolean held = switch (name) {
            case "start" -> new StartBenchmark(stack).run();
            case "e2e" -> stack.hereOrApart(up -> new EndToEndBenchmark(up, number(args, 1, 60)).run());
            case "memory" -> stack.hereOrApart(up -> new MemoryBenchmark(up).run());
            case "load" -> new LeadLoader(stack).load(number(args, 1, 10_000));
            case "lead-create" -> stack.apart(own -> new LeadCreateBenchmark(number(args, 1, 30)).run(own));
            case "duplicate-check" ->
                stack.apart(own -> new DuplicateCheckBenchmark().run(own, new Growth(number(args, 1, MILLION))));
            case "lead-list-grow" ->
                stack.apart(own -> new LeadListBenchmark().run(own, new Growth(number(args, 1, MILLION))));
            case "search-zh" ->
                stack.apart(own -> {
                    new LeadLoader(own).load(number(args, 1, MILLION));
                    return new SearchBenchmark(number(args, 1, MILLION)).run(own);
                });
            case "many-leads" -> stack.apart(own -> new ManyLeads(number(args, 1, MILLION)).run(own));
            case "figures" ->
                stack.apart(own -> {
                    new LeadLoader(own).load(number(args, 1, MILLION));
                    return new FiguresBenchmark(own).run();
                });
            case "index-rebuild" -> stack.apart(own -> new RebuildBenchmark(number(args, 1, MILLION)).run(own));
            case "export" -> stack.apart(own -> new ExportBenchmark(number(args, 1, 100_000)).run(own));
            case "import" -> imports(stack, number(args, 1, 10_000), number(args, 2, 100_000));
            default -> usage();
        };
        System.exit(held ? 0 : 1);
    }

    /** Into so many leads on a stack of its own; with none, into what is there on the one that runs here. */
    private static boolean imports(LocalStack stack, int rows, int existing) throws Exception {
        LocalStack.Work work = up -> new ImportBenchmark(rows, existing).run(up);
        return existing == 0 ? stack.hereOrApart(work) : stack.apart(work);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    private static boolean usage() {
        System.out.println("""
                bench start | e2e [SECONDS] | memory | load [LEADS]
                | import [ROWS [EXISTING]] | lead-create [SECONDS] | duplicate-check [LEADS] | lead-list-grow [LEADS] | search-zh [LEADS] | index-rebuild [LEADS] | figures [LEADS] | many-leads [LEADS] | export [ROWS]""");
        return false;
    }
}
