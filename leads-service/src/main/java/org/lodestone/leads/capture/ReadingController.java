package org.lodestone.leads.capture;

import java.util.Objects;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads a pasted text; nothing of it is kept. */
@RestController
class ReadingController {

    @PostMapping("/api/leads/readings")
    PastedText.Answer read(@RequestBody PastedText pasted, Scope scope) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        return TextReader.read(Objects.requireNonNull(pasted.text()));
    }
}
