package org.lodestone.leads.lead;

import org.springframework.stereotype.Component;

/** What a lead cannot know of itself when it is written: what is like it, what it is worth, and whose it may be. */
@Component
record Judging(DuplicateFinder duplicates, LeadScores scores, Allocation allocation, Deputies deputies) {}
