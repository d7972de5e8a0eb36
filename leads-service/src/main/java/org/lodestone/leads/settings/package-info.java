/** What a zone decides for itself: days of protection, and what a lead is judged by; every version is kept. */
@NullMarked
package org.lodestone.leads.settings;

import org.jspecify.annotations.NullMarked;
