package org.lodestone.benchmarks;

import java.nio.file.Path;

/** {@code ./lodestone bench NAME}: prints what it measured and ends with 1 when the gate does not hold. */
final class Benchmarks {

    private Benchmarks() {}

    static void main(String[] args) throws Exception {
        LocalStack stack = new LocalStack(Path.of(System.getProperty("lodestone.command", "./lodestone")));
        String name = args.length == 0 ? "" : args[0];
        boolean held = switch (name) {
            case "start" -> new StartBenchmark(stack).run();
            case "e2e" -> new EndToEndBenchmark(stack, seconds(args)).run();
            case "memory" -> new MemoryBenchmark(stack).run();
            case "load" -> new LeadLoader(stack).load(args.length > 1 ? Integer.parseInt(args[1]) : 10_000);
            default -> usage();
        };
        System.exit(held ? 0 : 1);
    }

    private static int seconds(String[] args) {
        return args.length > 1 ? Integer.parseInt(args[1]) : 60;
    }

    private static boolean usage() {
        System.out.println("bench start | e2e [SECONDS] | memory | load [LEADS]");
        return false;
    }
}
