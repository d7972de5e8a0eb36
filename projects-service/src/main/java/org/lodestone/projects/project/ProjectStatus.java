package org.lodestone.projects.project;

import java.util.Arrays;
import java.util.List;

/** Whether a project goes on: separate from its stage, which stays. */
public enum ProjectStatus {
    ONGOING,
    /** 停缓建. */
    SUSPENDED,
    /** 终止. */
    TERMINATED;

    /** Any other status may follow, also after the end: what was terminated is sometimes taken up again. */
    List<String> allowed() {
        return Arrays.stream(values())
                .filter(other -> other != this)
                .map(Enum::name)
                .toList();
    }
}
