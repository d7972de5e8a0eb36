package org.lodestone.localstack.supervisor;

/** Something the person at the keyboard can do something about: shown as a sentence, without a stack trace. */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Complaint(String sentence) {
        super(sentence);
    }
}
