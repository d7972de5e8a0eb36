package org.lodestone.localstack.demo;

/** Something did not turn out as it should have. */
final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failed(String what) {
        super(what);
    }
}
