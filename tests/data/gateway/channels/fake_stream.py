"""DingTalk's stream on this machine, in threads of its own: a ticket, messages, and what is answered to them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from data.gateway.channels.dingtalk_stream import BOT_TOPIC
from tests.data.gateway.channels.fake_messenger import Asked, DingTalkSide, Reply, serving

MOBILES = {"u1": "13800000001"}


@dataclass
class StreamSide:
    """An application with its robot: `say` lets somebody write to it, `acks` are the codes that came back."""

    url: str = ""
    acks: list[int] = field(default_factory=list)
    lines: list[ServerConnection] = field(default_factory=list)
    endpoint: str = ""
    opened: threading.Condition = field(default_factory=threading.Condition)

    def say(self, text: str, message_id: str, sender: str = "u1") -> None:
        with self.opened:  # the other side may know of its line before this one does
            assert self.opened.wait_for(lambda: self.lines, 10), "nobody has opened a line"
        data = {
            "senderStaffId": sender, "senderNick": "石磊", "msgtype": "text", "text": {"content": text},
            "msgId": message_id, "createAt": 1752900000123,
        }  # fmt: skip
        headers = {"topic": BOT_TOPIC, "messageId": f"f-{message_id}-{len(self.acks)}"}
        self.lines[-1].send(json.dumps({"type": "CALLBACK", "headers": headers, "data": json.dumps(data)}))

    def answer(self, asked: Asked, app: DingTalkSide) -> Reply:
        if asked.path == "/v1.0/gateway/connections/open":
            return Reply({"endpoint": self.endpoint, "ticket": "t1"})
        if asked.path == "/topapi/v2/user/get":
            return Reply({"errcode": 0, "result": {"mobile": MOBILES.get(asked.json()["userid"], "")}})
        return app(asked)


@contextmanager
def streaming(app: DingTalkSide) -> Iterator[StreamSide]:
    side = StreamSide()

    def serve_line(line: ServerConnection) -> None:
        with side.opened:
            side.lines.append(line)
            side.opened.notify_all()
        try:
            for raw in line:
                side.acks.append(json.loads(raw)["code"])
        except ConnectionClosed:
            return

    with serve(serve_line, "127.0.0.1", 0) as server, serving(lambda asked: side.answer(asked, app)) as http:
        side.endpoint, side.url = f"ws://127.0.0.1:{server.socket.getsockname()[1]}", http.url
        thread = threading.Thread(target=server.serve_forever, name="fake-stream")
        thread.start()
        try:
            yield side
        finally:
            for line in side.lines:
                line.close()
            server.shutdown()
            thread.join()
