/** How a company is told from another: its credit code 统一社会信用代码 and its name without what says nothing. */
@NullMarked
package org.lodestone.leads.investor;

import org.jspecify.annotations.NullMarked;
