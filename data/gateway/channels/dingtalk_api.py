"""What every call to DingTalk needs: an access token renewed when refused, error codes as troubles, who is who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.gateway.channels.http import RETRY_S, Answer, Trouble, Wire
from data.gateway.channels.messenger import (
    Accounts,
    Token,
    TokenCache,
    clean,
    code_of,
    mobile_of,
    part_at,
    text_at,
    whole_at,
)

BAD_TOKEN = frozenset({40001, 40014, 42001})
CODES: Mapping[int, Trouble] = MappingProxyType(
    {
        -1: Trouble("busy", RETRY_S),
        40001: Trouble("token"),
        40014: Trouble("token"),
        42001: Trouble("token"),
        60011: Trouble("no_permission"),
        60121: Trouble("no_account"),
        33012: Trouble("no_account"),
    }
)


@dataclass(frozen=True, slots=True)
class AppConfig:
    """An application of the own organisation (企业内部应用)."""

    app_key: str
    agent_id: int
    name: str = "dingtalk_app"
    base_url: str = "https://oapi.dingtalk.com"
    api_url: str = "https://api.dingtalk.com"
    exercise: bool = False
    timeout_s: float = 5.0
    ca_file: str = ""
    plain: bool = False
    batch: int = 100
    result_wait_s: float = 6.0
    poll_s: float = 0.5


@dataclass(frozen=True, slots=True)
class DingTalkApi:
    """Calls of one application; safe for several threads."""

    config: AppConfig
    app_secret: str = field(repr=False)
    _tokens: TokenCache = field(default_factory=TokenCache, init=False, repr=False, compare=False)
    _accounts: Accounts = field(default_factory=Accounts, init=False, repr=False, compare=False)

    def old_wire(self) -> Wire:
        """Open the older half of the interface: errcode in the body, token in the address."""
        return Wire(self.config.base_url, self.config.timeout_s, ca_file=self.config.ca_file, plain=self.config.plain)

    def new_wire(self) -> Wire:
        """Open the newer half: HTTP statuses, token in a header."""
        return Wire(self.config.api_url, self.config.timeout_s, ca_file=self.config.ca_file, plain=self.config.plain)

    def token(self) -> str | Trouble:
        """Return the access token. The newer form is used, whose address carries no secret."""
        return self._tokens.get(self._fetch_token)

    def old(self, wire: Wire, path: str, body: Mapping[str, object] | bytes) -> dict[str, object] | Trouble:
        """Call the older half; a refused token is renewed once."""

        def call(token: str) -> Answer:
            return wire.post_json(path, body, {"access_token": token})

        return self._with_token(call, _old_verdict)

    def new(self, wire: Wire, path: str, body: Mapping[str, object]) -> dict[str, object] | Trouble:
        """Call the newer half; a refused token is renewed once."""

        def call(token: str) -> Answer:
            return wire.post_json(path, body, headers={"x-acs-dingtalk-access-token": token})

        return self._with_token(call, _new_verdict)

    def known(self, address: str) -> str:
        """Return the userid when nobody has to be asked for it."""
        mobile = mobile_of(address)
        return self._accounts.get(mobile) if mobile else clean(address).strip()

    def account(self, wire: Wire, address: str) -> str | Trouble:
        """Return the userid behind a mobile number; any other address is a userid already."""
        mobile, known = mobile_of(address), self.known(address)
        if known or not mobile:
            return known or Trouble("no_address")
        told = self.old(wire, "/topapi/v2/user/getbymobile", {"mobile": mobile})
        if isinstance(told, Trouble):
            return told
        userid = text_at(part_at(told, "result"), "userid")
        if not userid:
            return Trouble("no_account")
        self._accounts.keep(mobile, userid)
        return userid

    def union_id(self, wire: Wire, address: str) -> str | Trouble:
        """Return the unionid, by which conferences know people."""
        userid = self.account(wire, address)
        if isinstance(userid, Trouble):
            return userid
        told = self.old(wire, "/topapi/v2/user/get", {"userid": userid})
        if isinstance(told, Trouble):
            return told
        return text_at(part_at(told, "result"), "unionid") or Trouble("no_account")

    def mobile(self, wire: Wire, userid: str) -> str | Trouble:
        """Return the mobile number of an account; the application needs the right to see it."""
        told = self.old(wire, "/topapi/v2/user/get", {"userid": userid})
        return told if isinstance(told, Trouble) else mobile_of(text_at(part_at(told, "result"), "mobile"))

    def forget(self, userid: str) -> None:
        """Forget a userid that is no longer valid."""
        self._accounts.drop(userid)

    def _with_token(
        self, call: Callable[[str], Answer], verdict: Callable[[Answer], Trouble | None]
    ) -> dict[str, object] | Trouble:
        trouble: Trouble | None = None
        for _ in range(2):
            token = self.token()
            if isinstance(token, Trouble):
                return token
            answer = call(token)
            trouble = verdict(answer)
            if trouble is None:
                return answer.json()
            if trouble.detail != "token":
                return trouble
            self._tokens.drop(token)
        return trouble or Trouble("token")

    def _fetch_token(self) -> Token | Trouble:
        body = {"appKey": self.config.app_key, "appSecret": self.app_secret}
        with self.new_wire() as wire:
            answer = wire.post_json("/v1.0/oauth2/accessToken", body)
        trouble = _new_verdict(answer)
        if trouble is not None:
            return trouble
        told = answer.json()
        value, valid_s = text_at(told, "accessToken"), whole_at(told, "expireIn")
        if not value or valid_s is None or valid_s <= 0:
            return Trouble("bad_answer", RETRY_S)
        return Token(value, float(valid_s))


def _old_verdict(answer: Answer) -> Trouble | None:
    told = answer.told()
    if isinstance(told, Trouble):
        return told
    code = whole_at(told, "errcode")
    if code == 0:
        return None
    if code is None:
        return Trouble("bad_answer", RETRY_S)
    if code == 88:  # the gateway before the interface; the inner code tells
        inner = text_at(told, "sub_code")
        if inner.startswith("900"):
            return Trouble("throttled", 60.0)
        return CODES.get(
            int(inner) if inner.isdecimal() and inner.isascii() else 0, Trouble(f"errcode_88_{code_of(inner)}")
        )
    return CODES.get(code, Trouble(f"errcode_{code}"))


def _new_verdict(answer: Answer) -> Trouble | None:
    if answer.trouble is None:
        return None if answer.json() else Trouble("bad_answer", RETRY_S)
    said = text_at(answer.json(), "code")
    if answer.status == 401 or said == "InvalidAuthentication":
        return Trouble("token")
    if said and answer.trouble.retry_after_s is None:
        throttled = said.startswith("Throttling")
        return Trouble(code_of(said), 60.0 if throttled else None)
    return answer.trouble
