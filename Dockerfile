# One file for all four images: docker build --build-arg SERVICE=leads-service|projects-service|notifications-service|gateway .
# The two building stages are the same for each, so they run once.

FROM node:20-bookworm-slim AS page
WORKDIR /dashboard
COPY dashboard/package.json dashboard/package-lock.json dashboard/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY dashboard ./
RUN npm run build

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /lodestone
COPY . .
COPY --from=page /dashboard/dist dashboard/dist
# Tests and checks are .ci/run's; the page is built above.
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -Dpage.skip=true \
    -pl leads-service,projects-service,notifications-service,gateway -am package

FROM build AS layers
ARG SERVICE
RUN test -n "$SERVICE" || { echo "Which service? --build-arg SERVICE=gateway" >&2; exit 1; }
RUN cp "$SERVICE"/target/"$SERVICE"-*.jar /service.jar \
    && java -Djarmode=tools -jar /service.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --home-dir /service lodestone \
    && install -d -o lodestone -g lodestone /service /var/lib/lodestone
WORKDIR /service
# What changes least first.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER lodestone
VOLUME /var/lib/lodestone
# JAVA_TOOL_OPTIONS adds to these.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:MaxDirectMemorySize=64m", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "service.jar"]
