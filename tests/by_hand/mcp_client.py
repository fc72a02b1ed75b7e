#!/usr/bin/env python3
"""Speaks to `annals mcp` by the client of the package mcp from PyPI: what there is, a table checked,
mended and drawn.

    pip install mcp
    python3 tests/by_hand/mcp_client.py target/release/annals

Exits with 1 if an answer is not as it should be.
"""

import asyncio
import base64
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

TABLE = "date,title,kind\n2009,First,\n2011-05-06,Second,markr\n2013,Third,\n"


def expect(is_so, what):
    print("ok  " if is_so else "WRONG", what)
    if not is_so:
        sys.exit(1)


async def exchange(session):
    hello = await session.initialize()
    server = getattr(hello, "serverInfo", None) or hello.server_info
    expect(server.name == "annals", f"{server.name} {server.version}")
    tools = (await session.list_tools()).tools
    expect([tool.name for tool in tools] == ["check", "mend", "draw", "draft", "explain_dates"], "tools")
    pages = (await session.list_resources()).resources
    for page in pages:
        read = await session.read_resource(page.uri)
        expect(len(read.contents[0].text) > 100, f"resource {page.uri}")

    def is_error(result):
        return getattr(result, "isError", None) or getattr(result, "is_error", False)

    checked = await session.call_tool("check", {"table": TABLE})
    fault = json.loads(checked.content[0].text)
    expect(is_error(checked) and fault["code"] == "E032", f"check: {fault['message']}")
    mended = await session.call_tool("mend", {"table": TABLE})
    table = mended.content[0].text
    expect("marker" in table and not is_error(mended), "mend")
    drawn = await session.call_tool("draw", {"table": table, "options": {"title": "War"}})
    picture = base64.b64decode(drawn.content[0].data)
    expect(picture.startswith(b"\x89PNG"), f"draw: {len(picture)} bytes of PNG")
    report = json.loads(drawn.content[1].text)
    expect(report["events"]["drawn"] == 2, f"report: {report['form']}, {report['alt']}")
    await other_drawings(session, table)
    article = "The war began in 1914. It ended on 11 November 1918."
    drafted = await session.call_tool("draft", {"article": article})
    expect("1918-11-11" in drafted.content[0].text, "draft")


async def other_drawings(session, table):
    """PDF and SVG, and signs that only a font of the system has."""

    def file(result):
        return result.content[0].resource

    pdf = await session.call_tool("draw", {"table": table, "format": "pdf"})
    held = base64.b64decode(file(pdf).blob)
    is_whole = held.startswith(b"%PDF-") and held.rstrip().endswith(b"%%EOF")
    expect(is_whole, f"draw: {len(held)} bytes of PDF")
    named = {"table": table + "2012,שלום\n", "format": "svg"}
    boxes = await session.call_tool("draw", named)
    notes = json.loads(boxes.content[1].text)["notes"]
    expect(any("ש" in note["message"] for note in notes), "draw: signs without a font are told")
    signs = await session.call_tool("draw", {**named, "options": {"system-fonts": True}})
    report = json.loads(signs.content[1].text)
    expect(len(report["fonts"]) > 1 and not report["notes"], f"draw: fonts of the system: {report['fonts']}")


async def main(annals):
    parameters = StdioServerParameters(command=annals, args=["mcp"])
    async with stdio_client(parameters) as (read, write):
        async with ClientSession(read, write) as session:
            await exchange(session)


asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "annals"))
