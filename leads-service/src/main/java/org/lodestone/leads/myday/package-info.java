/** 今日: what somebody must do, and nothing else; on the page, and as a calendar to subscribe to. */
@NullMarked
package org.lodestone.leads.myday;

import org.jspecify.annotations.NullMarked;
