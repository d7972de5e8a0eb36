package org.lodestone.leads.lead;

/** 预警灯: green, late, very late. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
