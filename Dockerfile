# The image of the service. Both stages stand on the Python that the tests run on; every package is pinned by hash.

FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock ./
COPY tools/setup.sh tools/system.sh tools/
RUN tools/setup.sh
COPY requirements-runtime.lock ./
RUN python -m venv /opt/hemicycle \
    && /opt/hemicycle/bin/pip install --no-cache-dir --require-hashes -r requirements-runtime.lock
COPY clients/web clients/web
RUN cd clients/web \
    && export PATH="/src/.venv/bin:$PATH" \
    && npm ci --no-fund --no-audit \
    && npm run build
COPY LICENSE README.md pyproject.toml ./
COPY config config
COPY clients/python clients/python
COPY service service
RUN .venv/bin/python -m hatchling build -t wheel -d dist \
    && /opt/hemicycle/bin/pip install --no-cache-dir --no-deps dist/*.whl

FROM python:3.11-slim-bookworm
ENV PATH="/opt/hemicycle/bin:$PATH" PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
# A fixed id, so that a volume's files keep their owner when the image is built again.
RUN useradd --system --uid 10001 --user-group --no-create-home hemicycle \
    && install --directory --owner=hemicycle --group=hemicycle /data
COPY --from=build /opt/hemicycle /opt/hemicycle
USER hemicycle
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["hemicycle", "serve", "--host", "0.0.0.0", "--port", "8000", "--data", "/data"]
