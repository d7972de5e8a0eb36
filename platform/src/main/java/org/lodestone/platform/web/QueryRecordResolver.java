package org.lodestone.platform.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Fills a {@link QueryRecord}. Spring's own data binding reads the annotations of every parameter that was not given out of the class file
 * again at each request, which was a quarter of what a list costs, and also takes headers for parameters: {@code From} is one.
 */
final class QueryRecordResolver implements SyncHandlerMethodArgumentResolver {

    private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().isAnnotationPresent(QueryRecord.class);
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return shapes.computeIfAbsent(parameter.getParameterType(), Shape::of)
                .filled(exchange.getRequest().getQueryParams());
    }

    private record Shape(Constructor<?> constructor, List<String> names, List<TypeDescriptor> types) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return new Shape(
                    BeanUtils.getResolvableConstructor(type),
                    Arrays.stream(components).map(RecordComponent::getName).toList(),
                    Arrays.stream(components).map(Shape::text).toList());
        }

        private static TypeDescriptor text(RecordComponent component) {
            TypeDescriptor text = TypeDescriptor.valueOf(String.class);
            return component.getType() == List.class ? TypeDescriptor.collection(List.class, text) : text;
        }

        Object filled(MultiValueMap<String, String> given) {
            @Nullable Object[] values = new Object[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(given.get(names.get(i)), types.get(i));
            }
            return BeanUtils.instantiateClass(constructor, values);
        }

        private static @Nullable Object value(@Nullable List<String> given, TypeDescriptor type) {
            if (given == null || given.isEmpty()) {
                return null;
            }
            return CONVERSION.convert(given.size() == 1 ? given.getFirst() : given, type);
        }
    }
}
