package org.lodestone.platform.web;

/** A request body that knows what it must say. Checked while it is read, so that its mistakes are answered together with those of type. */
public interface Checked {

    void check(Checks checks);
}
