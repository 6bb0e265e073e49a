# Alur: the site and the terminal program. Built with Node's full image; what remains holds Node, our files, and neither shell nor
# package manager nor compiler. Runs as a normal user and needs nothing writable but /data and /tmp.
ARG BUILD_IMAGE=node:24.21.0-bookworm
ARG RUNTIME_IMAGE=gcr.io/distroless/cc-debian12:nonroot

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
RUN node scripts/site/build.ts && node scripts/docker/runtime.ts /out \
  && mkdir /data && cp "$(command -v node)" /usr/local/bin/node-small && { strip /usr/local/bin/node-small || true; }

FROM ${RUNTIME_IMAGE}
ENV PATH=/usr/local/bin:/usr/bin:/bin ALUR_HOME=/data NODE_COMPILE_CACHE=/tmp/compile-cache
COPY --from=build /usr/local/bin/node-small /usr/local/bin/node
COPY --from=build /out /app
COPY --from=build --chown=65532:65532 /data /data
WORKDIR /data
USER 65532:65532
VOLUME /data
EXPOSE 4321
ENTRYPOINT ["/usr/local/bin/node", "/app/alur"]
CMD ["serve", "--host", "0.0.0.0", "--port", "4321"]
