package org.lodestone.projects.project;

/** 预警灯: green, late, very late. What is not ongoing has no clock and is green. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
