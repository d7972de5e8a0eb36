package org.lodestone.leads.ledger;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.leads.lead.Profile.Channel;

/** What people write for a channel. 商会推荐 is read by the word in it, and said so; what names two of them, or none, is another one. */
final class LeadImportChannels {

    private static final Map<Channel, List<String>> WORDS = Map.of(
            Channel.REFERRAL, List.of("引荐", "推荐", "介绍", "引见"),
            Channel.VISIT, List.of("来访", "走访", "拜访", "考察", "外出招商", "上门招商"),
            Channel.EVENT, List.of("活动", "展会", "推介会", "洽谈会", "博览会", "论坛", "年会", "招商会"),
            Channel.AGENT, List.of("招商代理", "代理招商", "委托招商", "中介"),
            Channel.CHAIN_LEADER, List.of("链主推荐", "以商招商", "链主"),
            Channel.INBOUND, List.of("主动来电", "来电", "来函", "自荐", "主动联系", "主动对接"),
            Channel.PLATFORM, List.of("平台", "网络", "网站", "公众号", "小程序"),
            Channel.OTHER, List.of("其他", "其它"));

    private LeadImportChannels() {}

    static void read(LeadImportDraft draft, LedgerColumn column, String text) {
        String word = LeadImportValues.narrow(text);
        Optional<Channel> exact = exact(word);
        if (exact.isPresent()) {
            draft.put(column, exact.get());
            return;
        }
        draft.remark(column, text);
        Optional<Channel> within = within(word);
        within.ifPresentOrElse(
                channel -> draft.notice(column, "import.channel-read", text, channel.name()),
                () -> draft.notice(column, "import.channel-other"));
        draft.put(column, within.orElse(Channel.OTHER));
    }

    private static Optional<Channel> exact(String word) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equalsIgnoreCase(word)
                        || WORDS.getOrDefault(channel, List.of()).contains(word))
                .findFirst();
    }

    /** 链主企业推荐 is of the chain's leader: the word 推荐 alone says less. */
    private static Optional<Channel> within(String word) {
        Set<Channel> named = WORDS.entrySet().stream()
                .filter(words -> words.getValue().stream().anyMatch(word::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
        if (named.contains(Channel.CHAIN_LEADER)) {
            named.remove(Channel.REFERRAL);
        }
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }
}
