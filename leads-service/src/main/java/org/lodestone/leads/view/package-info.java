/** Saved views over HTTP, and what a view of leads may say. */
@NullMarked
package org.lodestone.leads.view;

import org.jspecify.annotations.NullMarked;
