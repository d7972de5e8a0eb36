package org.lodestone.leads.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.imports.ImportRow;

class LeadImportDraftTests {

    @Test
    void remarksAreKeptBeforeWhatNoFieldTakes() {
        LeadImportDraft draft = new LeadImportDraft(new ImportRow(2, List.of()));
        draft.put(LedgerColumn.NOTE, "老乡会上认识\n只谈租用厂房");
        draft.remark(LedgerColumn.REGION, "长三角");

        assertThat(draft.form("140827").source())
                .isNotNull()
                .satisfies(source -> assertThat(source.note()).isEqualTo("老乡会上认识\n只谈租用厂房\n来源地：长三角"));
    }

    @Test
    void whatAnExportedRemarkHoldsAlreadyIsNotSaidTwice() {
        LeadImportDraft draft = new LeadImportDraft(new ImportRow(2, List.of()));
        draft.put(LedgerColumn.NOTE, "来源地：长三角");
        draft.remark(LedgerColumn.REGION, "长三角");

        assertThat(draft.form("140827").source())
                .isNotNull()
                .satisfies(source -> assertThat(source.note()).isEqualTo("来源地：长三角"));
    }
}
