package org.lodestone.leads.lead;

/** 预警灯: green, late, very late; or waiting for a known reason, when nothing is late. */
public enum Light {
    GREEN,
    YELLOW,
    RED,
    WAITING
}
