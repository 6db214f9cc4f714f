# The bot alone, on Discord: docs/operating.md, "In a container".
FROM python:3.11-slim-bookworm

WORKDIR /verbatim
COPY requirements.lock .
RUN python -m pip install --no-cache-dir --require-hashes --requirement requirements.lock

# All that is copied belongs to root: the bot can read its content and its code, and change neither.
COPY . .
RUN python -m compileall -q bot discord_sandbox
RUN useradd --system --no-create-home --uid 10001 verbatim
RUN install --directory --owner=verbatim --mode=0700 /state

USER verbatim
ENV VERBATIM_STATE=/state
VOLUME /state
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=2 CMD ["python", "-m", "bot", "health"]
CMD ["python", "-m", "bot", "run", "--live"]
