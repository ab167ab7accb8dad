"""Captions and hints of the fields of channels, and words for their choices."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def field_caption(kind: str, key: str) -> str:
    """Caption of a field; some mean another thing in another kind."""
    t = QCoreApplication.translate
    special = {
        ("dingtalk_robot", "secret"): t("ChannelFields", "加签密钥"),
        ("dingtalk_robot", "token"): t("ChannelFields", "access_token"),
        ("dingtalk_robot", "path"): t("ChannelFields", "接口路径"),
        ("dingtalk_app", "app_key"): t("ChannelFields", "AppKey（Client ID）"),
        ("zwdd", "app_key"): t("ChannelFields", "应用 AK"),
        ("zwdd", "app_secret"): t("ChannelFields", "应用 SK"),
        ("sms_http", "batch"): t("ChannelFields", "一次发多人"),
        ("sms_http", "signature"): t("ChannelFields", "短信签名"),
        ("mail", "password"): t("ChannelFields", "邮箱密码或授权码"),
        ("mail", "sender"): t("ChannelFields", "发件地址"),
        ("mail", "host"): t("ChannelFields", "邮件服务器"),
        ("cap_folder", "base_url"): t("ChannelFields", "目录对外网址"),
        ("cap_folder", "sender"): t("ChannelFields", "发布者标识"),
        ("cn12379_folder", "sender"): t("ChannelFields", "发布单位"),
        ("tak", "server_name"): t("ChannelFields", "证书上的名称"),
        ("tak", "listen"): t("ChannelFields", "接收位置"),
    }
    return special.get((kind, key)) or _captions().get(key, key)


def _captions() -> dict[str, str]:
    t = QCoreApplication.translate
    return {
        "name": t("ChannelFields", "代号"),
        "kind": t("ChannelFields", "种类"),
        "title": t("ChannelFields", "名称"),
        "on": t("ChannelFields", "启用"),
        "exercise": t("ChannelFields", "演练专用"),
        "base_url": t("ChannelFields", "接口网址"),
        "api_url": t("ChannelFields", "新版接口网址"),
        "path": t("ChannelFields", "路径"),
        "token": t("ChannelFields", "令牌 {secret.token}"),
        "account": t("ChannelFields", "账号 {secret.account}"),
        "password": t("ChannelFields", "密码 {secret.password}"),
        "secret": t("ChannelFields", "密钥"),
        "sign_key": t("ChannelFields", "签名密钥（HMAC）"),
        "key_password": t("ChannelFields", "私钥口令"),
        "keyword": t("ChannelFields", "关键词"),
        "markdown": t("ChannelFields", "用 Markdown 排版"),
        "mention": t("ChannelFields", "@ 到人"),
        "most_mentions": t("ChannelFields", "最多 @ 人数"),
        "per_minute": t("ChannelFields", "每分钟最多条数"),
        "timeout_s": t("ChannelFields", "超时（秒）"),
        "ca_file": t("ChannelFields", "CA 证书文件"),
        "plain": t("ChannelFields", "允许不加密"),
        "address": t("ChannelFields", "收件地址写法"),
        "addresses": t("ChannelFields", "个别人的地址"),
        "app_key": t("ChannelFields", "AppKey"),
        "app_secret": t("ChannelFields", "AppSecret"),
        "agent_id": t("ChannelFields", "AgentId"),
        "batch": t("ChannelFields", "每批人数"),
        "result_wait_s": t("ChannelFields", "回查最长（秒）"),
        "poll_s": t("ChannelFields", "回查间隔（秒）"),
        "listen": t("ChannelFields", "接收消息"),
        "tenant_id": t("ChannelFields", "租户编号"),
        "area_code": t("ChannelFields", "国家区号"),
        "namespace": t("ChannelFields", "账号空间"),
        "ip": t("ChannelFields", "本机 IP"),
        "mac": t("ChannelFields", "本机 MAC"),
        "url": t("ChannelFields", "网址模板"),
        "method": t("ChannelFields", "方法"),
        "format": t("ChannelFields", "正文格式"),
        "body": t("ChannelFields", "正文模板"),
        "headers": t("ChannelFields", "请求头"),
        "success_pointer": t("ChannelFields", "成功标志位置"),
        "success_value": t("ChannelFields", "成功标志值"),
        "retry_values": t("ChannelFields", "可重试的值"),
        "ref_pointer": t("ChannelFields", "回执编号位置"),
        "together": t("ChannelFields", "每次最多人数"),
        "separator": t("ChannelFields", "号码分隔符"),
        "host": t("ChannelFields", "服务器"),
        "port": t("ChannelFields", "端口"),
        "security": t("ChannelFields", "加密"),
        "sender_name": t("ChannelFields", "发布者名称"),
        "user": t("ChannelFields", "账号"),
        "folder": t("ChannelFields", "文件夹"),
        "event": t("ChannelFields", "事件"),
        "event_name": t("ChannelFields", "事件名称"),
        "event_code": t("ChannelFields", "事件编码"),
        "area": t("ChannelFields", "范围名称"),
        "scope": t("ChannelFields", "公开程度"),
        "restriction": t("ChannelFields", "限制说明"),
        "addresses_told": t("ChannelFields", "接收单位"),
        "urgency": t("ChannelFields", "紧急程度"),
        "certainty": t("ChannelFields", "确定程度"),
        "language": t("ChannelFields", "语言"),
        "geocodes": t("ChannelFields", "行政区划码"),
        "web": t("ChannelFields", "说明网址"),
        "contact": t("ChannelFields", "联系方式"),
        "prefix": t("ChannelFields", "编号前缀"),
        "feed_name": t("ChannelFields", "目录文件名"),
        "feed_length": t("ChannelFields", "目录条数"),
        "sender_code": t("ChannelFields", "发布单位编码"),
        "signer": t("ChannelFields", "签发人"),
        "methods": t("ChannelFields", "发布手段"),
        "file_ending": t("ChannelFields", "文件名后缀"),
        "centre_agreed": t("ChannelFields", "预警中心已确认样例"),
        "transport": t("ChannelFields", "传输"),
        "cert_file": t("ChannelFields", "客户端证书"),
        "key_file": t("ChannelFields", "私钥文件"),
        "lon": t("ChannelFields", "缺省经度"),
        "lat": t("ChannelFields", "缺省纬度"),
        "open_air": t("ChannelFields", "允许组播（明文）"),
        "settle_s": t("ChannelFields", "等待拒绝（秒）"),
    }


def hint(kind: str, key: str) -> str:
    """What to write into a field."""
    t = QCoreApplication.translate
    return {
        "address": t("ChannelFields", "{phone} 手机号，{id} 人员编号，例如 {phone}@139.com"),
        "addresses": t("ChannelFields", "每行一人：人员编号=地址"),
        "headers": t("ChannelFields", "每行一个：名称=值"),
        "geocodes": t("ChannelFields", "每行一个：体系=编码")
        if kind == "cap_folder"
        else t("ChannelFields", "每行一个"),
        "retry_values": t("ChannelFields", "每行一个"),
        "methods": t("ChannelFields", "每行一个"),
        "url": t("ChannelFields", "https://…/send?to={phone}"),
        "body": t(
            "ChannelFields", "可用 {phone} {text} {title} {name} {time} {link} {signature} {key}，密钥写 {secret.token}"
        ),
        "success_pointer": t("ChannelFields", "JSON 指针，例如 /code"),
        "ref_pointer": t("ChannelFields", "JSON 指针，例如 /data/0/sid"),
        "sender_code": t("ChannelFields", "14 位数字"),
        "listen": t("ChannelFields", "求助、险情、报告开头的成为上报，其余记入日志") if kind == "dingtalk_app" else "",
        "plain": t("ChannelFields", "只用于封闭的内部网络"),
        "open_air": t("ChannelFields", "同一网络上人人可见"),
        "centre_agreed": t("ChannelFields", "只有本地预警中心书面确认样例后才能勾选"),
        "keyword": t("ChannelFields", "机器人安全设置里的关键词"),
        "name": t("ChannelFields", "小写字母和数字，建后不改"),
        "exercise": t("ChannelFields", "目的地不通向任何真实的人；演练和推演只从这样的渠道发出"),
    }.get(key, "")


def choice(key: str, value: str) -> str:
    """Words for a choice."""
    t = QCoreApplication.translate
    return {
        ("security", "starttls"): t("ChannelFields", "STARTTLS（常用 587）"),
        ("security", "tls"): t("ChannelFields", "TLS（常用 465）"),
        ("security", "plain"): t("ChannelFields", "不加密（本机转发）"),
        ("format", "json"): "JSON",
        ("format", "form"): t("ChannelFields", "表单"),
        ("format", "text"): t("ChannelFields", "纯文本"),
        ("transport", "tls"): t("ChannelFields", "TLS 加密"),
        ("transport", "tcp"): t("ChannelFields", "TCP 明文"),
        ("transport", "udp"): t("ChannelFields", "UDP 组播"),
        ("scope", "Public"): t("ChannelFields", "公开"),
        ("scope", "Restricted"): t("ChannelFields", "限定"),
        ("scope", "Private"): t("ChannelFields", "内部"),
        ("urgency", "Immediate"): t("ChannelFields", "立即"),
        ("urgency", "Expected"): t("ChannelFields", "预期"),
        ("urgency", "Future"): t("ChannelFields", "将来"),
        ("urgency", "Past"): t("ChannelFields", "过去"),
        ("urgency", "Unknown"): t("ChannelFields", "未知"),
        ("certainty", "Observed"): t("ChannelFields", "已发生"),
        ("certainty", "Likely"): t("ChannelFields", "很可能"),
        ("certainty", "Possible"): t("ChannelFields", "可能"),
        ("certainty", "Unlikely"): t("ChannelFields", "不大可能"),
        ("certainty", "Unknown"): t("ChannelFields", "未知"),
    }.get((key, value), value)
