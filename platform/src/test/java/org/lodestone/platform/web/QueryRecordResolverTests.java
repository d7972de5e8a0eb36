package org.lodestone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.BindingContext;

class QueryRecordResolverTests {

    private final QueryRecordResolver resolver = new QueryRecordResolver();

    @QueryRecord
    private record Asked(
            @Nullable String q,
            @Nullable List<String> state,
            @Nullable String from) {}

    @SuppressWarnings("unused") // Its parameters are what the resolver is shown.
    private static void asked(Asked record, String text) {}

    private static MethodParameter parameter(int index) throws NoSuchMethodException {
        Method method = QueryRecordResolverTests.class.getDeclaredMethod("asked", Asked.class, String.class);
        return new MethodParameter(method, index);
    }

    private Object resolved(MockServerHttpRequest.BaseBuilder<?> request) throws NoSuchMethodException {
        return resolver.resolveArgumentValue(
                parameter(0), new BindingContext(), MockServerWebExchange.from(request.build()));
    }

    @Test
    void whatIsNotGivenIsNull() throws Exception {
        assertThat(resolved(MockServerHttpRequest.get("/x?other=1"))).isEqualTo(new Asked(null, null, null));
    }

    @Test
    void listsAreRepeatedOrSeparatedByCommas() throws Exception {
        assertThat(resolved(MockServerHttpRequest.get("/x?state=NEW,SIGNED&q=a")))
                .isEqualTo(new Asked("a", List.of("NEW", "SIGNED"), null));
        assertThat(resolved(MockServerHttpRequest.get("/x?state=NEW&state=SIGNED&q=a&q=b")))
                .isEqualTo(new Asked("a,b", List.of("NEW", "SIGNED"), null));
    }

    @Test
    void aValueWithACommaInItIsSaidTwice() throws Exception {
        assertThat(resolved(MockServerHttpRequest.get("/x?state=a,b&state=a,b")))
                .isEqualTo(new Asked(null, List.of("a,b", "a,b"), null));
    }

    @Test
    void headersAreNoParameters() throws Exception {
        assertThat(resolved(MockServerHttpRequest.get("/x?q=").header("From", "somebody")))
                .isEqualTo(new Asked("", null, null));
    }

    @Test
    void itFillsRecordsOfParametersOnly() throws Exception {
        assertThat(resolver.supportsParameter(parameter(0))).isTrue();
        assertThat(resolver.supportsParameter(parameter(1))).isFalse();
    }
}
