package org.lodestone.platform.web;

/**
 * Checked by whoever knows what it is about, who answers both together. While it is read it is checked only if something in it could not be
 * read: then nobody else gets to see it.
 */
public interface CheckedLater extends Checked {}
