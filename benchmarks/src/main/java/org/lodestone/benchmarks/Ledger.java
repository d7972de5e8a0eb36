package org.lodestone.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lodestone.benchmarks.LeadGenerator.GeneratedLead;

/** Generated leads as the ledger an office would send. */
final class Ledger {

    private static final String HEADER =
            "序号,线索名称,投资方,统一社会信用代码,来源渠道,收集日期,行业,投资内容,意向投资额(万元),对接人,状态,最近跟进,进展情况,下一步计划," + "下次跟进日期,联系人,联系电话\r\n";

    private Ledger() {}

    static byte[] csv(List<GeneratedLead> leads) {
        StringBuilder text = new StringBuilder("\uFEFF").append(HEADER);
        for (int i = 0; i < leads.size(); i++) {
            GeneratedLead lead = leads.get(i);
            text.append(String.join(
                            ",",
                            Integer.toString(i + 1),
                            lead.name(),
                            lead.company(),
                            lead.uscc(),
                            "引荐",
                            lead.receivedOn().toString(),
                            lead.industry(),
                            lead.content(),
                            Long.toString(lead.plannedWan()),
                            "",
                            "新线索",
                            lead.receivedOn().plusDays(1).toString(),
                            "已对接两次",
                            "安排考察",
                            "2026-12-15",
                            lead.contact(),
                            lead.phone()))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
