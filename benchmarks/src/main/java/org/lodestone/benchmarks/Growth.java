package org.lodestone.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The same questions while there are ever more leads: a thousand, ten thousand, and so on. */
final class Growth {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);

    private final List<Integer> sizes;

    /** @param most leads, so that a short run may do with fewer */
    Growth(int most) {
        this.sizes = Stream.concat(SIZES.stream().filter(size -> size < most), Stream.of(most))
                .toList();
    }

    private Growth(List<Integer> sizes) {
        this.sizes = sizes;
    }

    /** Few and many, and nothing in between. */
    static Growth at(int few, int most) {
        return new Growth(List.of(few, most));
    }

    /** One that asks a stack that has so many leads. */
    interface Question {

        void ask(Api api, int leads);
    }

    void run(LocalStack stack, Question question) {
        run(stack, question, _ -> {});
    }

    /** @param rebuilt told in how many seconds the stack was up again with its index built anew */
    void run(LocalStack stack, Question question, Consumer<Double> rebuilt) {
        int loaded = 0;
        for (int size : sizes) {
            rebuilt.accept(new LeadLoader(stack).load(loaded, size));
            loaded = size;
            System.out.println("— " + size + " leads");
            try (Api api = new Api(stack.behindTheGateway("leads"), stack.token("manager.yuanqu"))) {
                question.ask(api, size);
            }
        }
    }

    int least() {
        return sizes.getFirst();
    }

    int most() {
        return sizes.getLast();
    }
}
