<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>AccessBox</name>
    <message>
        <source>{0}，有效至 {1}</source>
        <translation>{0}, valid until {1}</translation>
    </message>
    <message>
        <source>发件箱</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>只限本机</source>
        <translation>This machine only</translation>
    </message>
    <message>
        <source>已开放</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>开放接入</source>
        <translation>Open access</translation>
    </message>
    <message>
        <source>开放接入 {0}</source>
        <translation>Open access on {0}</translation>
    </message>
    <message>
        <source>待发 {0}，未发出 {1}</source>
        <translation>{0} waiting, {1} failed</translation>
    </message>
    <message>
        <source>手机现在连不上；已登记的手机会存下待发，恢复后自动补报。</source>
        <translation>Phones cannot connect now; enrolled ones keep their reports and send them later.</translation>
    </message>
    <message>
        <source>手机连不上。要让一线手机接入，选一个地址开放。</source>
        <translation>Phones cannot connect. To let the front line in, choose an address and open it.</translation>
    </message>
    <message>
        <source>手机页面</source>
        <translation>Phone page</translation>
    </message>
    <message>
        <source>换了网线、Wi-Fi 之后再看一遍</source>
        <translation>After a change of cable or Wi-Fi</translation>
    </message>
    <message>
        <source>接入</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>本单位自备证书</source>
        <translation>Certificate of the organisation</translation>
    </message>
    <message>
        <source>本机地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>本程序这次没有启动手机接入。</source>
        <translation>Phone access was not started this time.</translation>
    </message>
    <message>
        <source>正在准备证书和端口…</source>
        <translation>Preparing certificate and ports…</translation>
    </message>
    <message>
        <source>正在查看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>没有开放</source>
        <translation>Not open</translation>
    </message>
    <message>
        <source>没有手机能到的地址：接上网线或 Wi-Fi，再点“重新查看”</source>
        <translation>No address a phone could reach: connect a cable or Wi-Fi, then look again</translation>
    </message>
    <message>
        <source>立刻断开所有手机，只留本机可用</source>
        <translation>Cuts off all phones at once; only this machine is left</translation>
    </message>
    <message>
        <source>自建根证书签发</source>
        <translation>Own root certificate</translation>
    </message>
    <message>
        <source>证书</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>证书帮助页</source>
        <translation>Certificate help page</translation>
    </message>
    <message>
        <source>证书帮助页的二维码</source>
        <translation>QR code of the certificate help page</translation>
    </message>
    <message>
        <source>证书指纹</source>
        <translation>Certificate fingerprint</translation>
    </message>
    <message>
        <source>重新查看</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>首次使用的手机先扫左码，按提示装好根证书；页上的指纹须与此处一致。</source>
        <translation>A new phone scans the left code first and installs the root certificate as told; the fingerprint on the page must match this one.</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>{0} {1} 件</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>提交（Ctrl+Enter）</source>
        <translation>Submit (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回，已填内容保留（Esc）</source>
        <translation>Back; what was typed is kept (Esc)</translation>
    </message>
</context>
<context>
    <name>AffectedTable</name>
    <message>
        <source>{0} · {1} m³/s。种植户只计一次，记在最先上水的地块；损失按作物亩值和水深估算</source>
        <translation>{0} · {1} m³/s. A grower counts once, on the plot flooded first; loss from crop value per mu and depth</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>地块</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>损失 万元</source>
        <translation>Loss ¥10k</translation>
    </message>
    <message>
        <source>涉及人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>滩别 / 网格</source>
        <translation>Terrace / grid</translation>
    </message>
    <message>
        <source>牲畜</source>
        <translation>Livestock</translation>
    </message>
    <message>
        <source>种植户</source>
        <translation>Growers</translation>
    </message>
    <message>
        <source>迁安户</source>
        <translation>HH</translation>
    </message>
    <message>
        <source>还没有水情推算</source>
        <translation>No water reckoned yet</translation>
    </message>
    <message>
        <source>重点人员</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>面积 亩</source>
        <translation>Area mu</translation>
    </message>
</context>
<context>
    <name>AgendaColumn</name>
    <message>
        <source>已答 {0}/{1}</source>
        <translation>Answered {0}/{1}</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
</context>
<context>
    <name>AlarmActs</name>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0}，现有：{1}</source>
        <translation>{0}; at present: {1}</translation>
    </message>
    <message>
        <source>为什么提前取消搁置，可不填</source>
        <translation>Why unshelve early (optional)</translation>
    </message>
    <message>
        <source>修复情况，恢复启用必填</source>
        <translation>What was repaired (required to put back in service)</translation>
    </message>
    <message>
        <source>修好前不再报警，在“停用”里恢复</source>
        <translation>No alarm until repaired; put back under "Out of service"</translation>
    </message>
    <message>
        <source>做了什么（办结必填）、确认备注，或搁置、停用的理由</source>
        <translation>What was done (required to close), a note, or why shelved or out of service</translation>
    </message>
    <message>
        <source>停止声音和闪烁，记下确认人；不等于处置完（Ctrl+Enter）</source>
        <translation>Stops sound and flashing, keeps who did; the act is still to be done (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>停用 {0} 点</source>
        <translation>Out of service {0}</translation>
    </message>
    <message>
        <source>先在列表中选择</source>
        <translation>Choose in the list first</translation>
    </message>
    <message>
        <source>到时自动回到报警单，最长 24 小时</source>
        <translation>Returns to the list by itself; 24 h at most</translation>
    </message>
    <message>
        <source>办结 {0} 条</source>
        <translation>Close {0}</translation>
    </message>
    <message>
        <source>取消搁置 {0} 点</source>
        <translation>Unshelve {0}</translation>
    </message>
    <message>
        <source>尚未恢复正常</source>
        <translation>not back to normal yet</translation>
    </message>
    <message>
        <source>尚未确认</source>
        <translation>not acknowledged yet</translation>
    </message>
    <message>
        <source>已确认且已恢复的，写明做了什么后办结</source>
        <translation>Acknowledged and returned to normal: say what was done, then close</translation>
    </message>
    <message>
        <source>恢复启用 {0} 点</source>
        <translation>Back in service {0}</translation>
    </message>
    <message>
        <source>恢复报警</source>
        <translation>Alarm again</translation>
    </message>
    <message>
        <source>搁置 {0} 点</source>
        <translation>Shelve {0}</translation>
    </message>
    <message>
        <source>搁置、停用须先写明理由</source>
        <translation>Write the reason first to shelve or take out of service</translation>
    </message>
    <message>
        <source>搁置多久</source>
        <translation>Shelve for</translation>
    </message>
    <message>
        <source>此类报警确认并恢复正常后自动结束，无需办结</source>
        <translation>This kind ends by itself once acknowledged and back to normal; nothing to close</translation>
    </message>
    <message>
        <source>确认 {0} 条</source>
        <translation>Acknowledge {0}</translation>
    </message>
    <message>
        <source>确认备注（可不填），或搁置、停用的理由（必填）</source>
        <translation>Note (optional), or why shelved or out of service (required)</translation>
    </message>
    <message>
        <source>确认并恢复正常后，此处出现“办结”（现{0}）</source>
        <translation>“Close” appears here once acknowledged and back to normal (now {0})</translation>
    </message>
    <message>
        <source>请先写明理由</source>
        <translation>Give the reason first</translation>
    </message>
    <message>
        <source>请写明做了什么</source>
        <translation>Say what was done</translation>
    </message>
    <message>
        <source>高优先级报警的搁置和停用由带班领导（“{0}”权限）办理</source>
        <translation>High alarms are shelved or put out of service by the duty leader (right "{0}")</translation>
    </message>
</context>
<context>
    <name>AlarmChip</name>
    <message>
        <source>{0} 条已确认</source>
        <translation>{0} acknowledged</translation>
    </message>
    <message>
        <source>{0}。点按打开报警单（F2）</source>
        <translation>{0}. Click for the alarm list (F2)</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>报警 · 无声</source>
        <translation>Alarms · no sound</translation>
    </message>
    <message>
        <source>报警 · 静音至 {0}</source>
        <translation>Alarms · muted until {0}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>无声</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>未确认报警</source>
        <translation>Unacknowledged alarms</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>Mute</translation>
    </message>
</context>
<context>
    <name>AlarmDetail</name>
    <message>
        <source>{0} · 共 {1}/{2} 处</source>
        <translation>{0} · {1} of {2} places</translation>
    </message>
    <message>
        <source>{0} 前（{1}）</source>
        <translation>by {0} ({1})</translation>
    </message>
    <message>
        <source>{0}，已 {1}</source>
        <translation>{0}, {1} ago</translation>
    </message>
    <message>
        <source>▸{0}</source>
        <translation>▸{0}</translation>
    </message>
    <message>
        <source>全部 {0} 处</source>
        <translation>All {0} places</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>反复跳变 {0} 次，列入检修</source>
        <translation>Chattered {0} times: on the repair list</translation>
    </message>
    <message>
        <source>发生</source>
        <translation>Raised</translation>
    </message>
    <message>
        <source>可用时间</source>
        <translation>Time to act</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>定义</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>打开“{0}”</source>
        <translation>Open "{0}"</translation>
    </message>
    <message>
        <source>打开相关页面并选中对象（Enter）</source>
        <translation>Open the page it belongs to and select it (Enter)</translation>
    </message>
    <message>
        <source>抖动</source>
        <translation>Chatter</translation>
    </message>
    <message>
        <source>报警定义表中已没有这一类</source>
        <translation>This kind is no longer in the alarm definitions</translation>
    </message>
    <message>
        <source>涉及</source>
        <translation>Concerns</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Acked</translation>
    </message>
    <message>
        <source>等 {0} 处</source>
        <translation>… {0} in all</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>责任岗位</source>
        <translation>Lead role</translation>
    </message>
    <message>
        <source>这一点的经过</source>
        <translation>History of this point</translation>
    </message>
    <message>
        <source>须在</source>
        <translation>Act</translation>
    </message>
</context>
<context>
    <name>AlarmFindings</name>
    <message>
        <source>{0} 有判据却没有定义，查到了也不会显示</source>
        <translation>{0} has a criterion but no definition: found, never shown</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>归并方式“{0}”认不出</source>
        <translation>Grouping "{0}" not known</translation>
    </message>
    <message>
        <source>必达报警又设了抑制工况</source>
        <translation>A must-pass alarm with a suppression mode</translation>
    </message>
    <message>
        <source>必达报警没有启用</source>
        <translation>A must-pass alarm not in use</translation>
    </message>
    <message>
        <source>抑制工况“{0}”认不出</source>
        <translation>Suppression mode "{0}" not known</translation>
    </message>
    <message>
        <source>没有“{0}”这个页面</source>
        <translation>There is no page "{0}"</translation>
    </message>
    <message>
        <source>没有判据，永远不会触发</source>
        <translation>No criterion: can never be raised</translation>
    </message>
    <message>
        <source>没有可用时间，不能算报警</source>
        <translation>No time to act: not an alarm</translation>
    </message>
    <message>
        <source>没有回差，数值在限值附近会反复报警</source>
        <translation>No deadband: a value near its limit will chatter</translation>
    </message>
    <message>
        <source>缺“{0}”，不能算报警</source>
        <translation>"{0}" missing: not an alarm</translation>
    </message>
    <message>
        <source>责任岗位</source>
        <translation>Lead role</translation>
    </message>
    <message>
        <source>责任岗位 {0} 不在岗位表中</source>
        <translation>Lead role {0} is not in the table of roles</translation>
    </message>
    <message>
        <source>高优先级占 {0}，过多：都高等于都不高</source>
        <translation>{0} are high: too many, where all are high none is</translation>
    </message>
    <message>
        <source>高优先级没有播报词，只响提示音</source>
        <translation>High priority without spoken words: tone only</translation>
    </message>
</context>
<context>
    <name>AlarmHistory</name>
    <message>
        <source>{0}（限 {1}）</source>
        <translation>{0} (limit {1})</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>取消搁置</source>
        <translation>Unshelved</translation>
    </message>
    <message>
        <source>恢复启用</source>
        <translation>Back in service</translation>
    </message>
    <message>
        <source>搁置至 {0}</source>
        <translation>Shelved until {0}</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Acknowledged</translation>
    </message>
</context>
<context>
    <name>AlarmPage</name>
    <message>
        <source>另 {0} 处</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>已过</source>
        <translation>For</translation>
    </message>
    <message>
        <source>待核实事件</source>
        <translation>Reports to verify</translation>
    </message>
    <message>
        <source>报警与险情</source>
        <translation>Alarms and incidents</translation>
    </message>
    <message>
        <source>最久未确认</source>
        <translation>Longest unacked</translation>
    </message>
    <message>
        <source>未确认报警</source>
        <translation>Unacked</translation>
    </message>
    <message>
        <source>没有险情</source>
        <translation>No incidents</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>现有报警</source>
        <translation>Alarms standing</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>停止声音和闪烁，记下确认人</source>
        <translation>Stops sound and flashing, keeps who did</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>打开报警单（F2）</source>
        <translation>Open the alarm list (F2)</translation>
    </message>
    <message>
        <source>抑制</source>
        <translation>Suppressed</translation>
    </message>
    <message>
        <source>报警单…</source>
        <translation>Alarm list…</translation>
    </message>
    <message>
        <source>报警还没有启动</source>
        <translation>Alarms have not started yet</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>没有报警：现在没有需要立即处置的事</source>
        <translation>No alarms: nothing needs an act now</translation>
    </message>
    <message>
        <source>确认 {0} 条</source>
        <translation>Acknowledge {0}</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnostics</translation>
    </message>
</context>
<context>
    <name>AlarmPanes</name>
    <message>
        <source>实况：{0}</source>
        <translation>Live: {0}</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>这是报警播报试听</source>
        <translation>This is a test of the spoken alarm</translation>
    </message>
</context>
<context>
    <name>AlarmPhilosophy</name>
    <message>
        <source>{0} 条</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>优先级</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>动作 {0}，恢复 {1}，回差 {2:g}</source>
        <translation>on {0}, off {1}, deadband {2:g}</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>只响提示音</source>
        <translation>Tone only</translation>
    </message>
    <message>
        <source>可用时间</source>
        <translation>Act in</translation>
    </message>
    <message>
        <source>后果</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导入报警定义表</source>
        <translation>Import alarm definitions</translation>
    </message>
    <message>
        <source>导出 xlsx…</source>
        <translation>Export xlsx…</translation>
    </message>
    <message>
        <source>导出报警定义</source>
        <translation>Export alarm definitions</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>延时回差</source>
        <translation>Delays, deadband</translation>
    </message>
    <message>
        <source>必达</source>
        <translation>Must</translation>
    </message>
    <message>
        <source>找报警：名称、原因、处置、编号</source>
        <translation>Find name, cause, action</translation>
    </message>
    <message>
        <source>把报警定义写成 Excel 表，可改后再导入</source>
        <translation>Write the definitions as an Excel table, to amend and import</translation>
    </message>
    <message>
        <source>抑制工况</source>
        <translation>Suppressed in</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>报警定义.xlsx</source>
        <translation>alarm-definitions.xlsx</translation>
    </message>
    <message>
        <source>播报</source>
        <translation>Spoken</translation>
    </message>
    <message>
        <source>整表替换；缺原因、后果、处置、时间或岗位的行不收</source>
        <translation>Replaces the whole table; rows without cause, consequence, action, time or role are refused</translation>
    </message>
    <message>
        <source>未启用</source>
        <translation>Not in use</translation>
    </message>
    <message>
        <source>没有报警定义，请导入报警定义表</source>
        <translation>No alarm definitions: import the table</translation>
    </message>
    <message>
        <source>相关页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>种类 低 / 中 / 高 {0} / {1} / {2} %；发生次数宜近 80 / 15 / 5 %</source>
        <translation>Kinds low / medium / high {0} / {1} / {2} %; alarms raised should be near 80 / 15 / 5 %</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>责任岗位</source>
        <translation>Lead role</translation>
    </message>
    <message>
        <source>质检</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>需要“{0}”权限</source>
        <translation>Needs the right "{0}"</translation>
    </message>
</context>
<context>
    <name>AlarmReport</name>
    <message>
        <source>10 分峰值</source>
        <translation>Peak/10</translation>
    </message>
    <message>
        <source>{0:.1f} 条/小时；稳定时宜每 10 分钟不超过 1 条</source>
        <translation>{0:.1f} per hour; in steady state no more than 1 in 10 min</translation>
    </message>
    <message>
        <source>{0} {1:.0f} 小时</source>
        <translation>{0} {1:.0f} h</translation>
    </message>
    <message>
        <source>{0} ×{1}</source>
        <translation>{0} ×{1}</translation>
    </message>
    <message>
        <source>{0} 次，中位 {1}，95% 在 {2} 内</source>
        <translation>{0}; median {1}, 95% within {2}</translation>
    </message>
    <message>
        <source>{0} 起 10 分钟内 {1} 条</source>
        <translation>{1} within 10 min from {0}</translation>
    </message>
    <message>
        <source>{0}–{1} {2} 条</source>
        <translation>{0}–{1} {2} alarms</translation>
    </message>
    <message>
        <source>优先级</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>低/中/高 %</source>
        <translation>L/M/H %</translation>
    </message>
    <message>
        <source>低/中/高 {0} %，宜近 {1} %</source>
        <translation>Low/medium/high {0} %, target {1} %</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>其余 {0} 点</source>
        <translation>and {0} more</translation>
    </message>
    <message>
        <source>导出 xlsx…</source>
        <translation>Export xlsx…</translation>
    </message>
    <message>
        <source>峰值</source>
        <translation>Peak</translation>
    </message>
    <message>
        <source>把这张表写成 Excel</source>
        <translation>Write this table as Excel</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>New</translation>
    </message>
    <message>
        <source>报警 {0} 条 · 诊断 {1} 条</source>
        <translation>{0} alarms · {1} diagnostics</translation>
    </message>
    <message>
        <source>报警洪水</source>
        <translation>Alarm floods</translation>
    </message>
    <message>
        <source>报警绩效</source>
        <translation>Alarm performance</translation>
    </message>
    <message>
        <source>按日志重新统计（F5）</source>
        <translation>Count again from the journal (F5)</translation>
    </message>
    <message>
        <source>搁置 {0} 点次，停用 {1} 点次</source>
        <translation>Shelved {0}, out of service {1}</translation>
    </message>
    <message>
        <source>搁置停用</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>最多的</source>
        <translation>Most frequent</translation>
    </message>
    <message>
        <source>最慢</source>
        <translation>Slowest</translation>
    </message>
    <message>
        <source>最慢 {0}：{1}</source>
        <translation>Slowest {0}: {1}</translation>
    </message>
    <message>
        <source>正在按日志统计…</source>
        <translation>Counting from the journal…</translation>
    </message>
    <message>
        <source>每 10 分</source>
        <translation>/10 min</translation>
    </message>
    <message>
        <source>没人确认</source>
        <translation>Unacked</translation>
    </message>
    <message>
        <source>没有确认过</source>
        <translation>None acknowledged</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Acked</translation>
    </message>
    <message>
        <source>确认中位</source>
        <translation>Median ack</translation>
    </message>
    <message>
        <source>第 {0} 场洪水</source>
        <translation>Flood event {0}</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diag.</translation>
    </message>
    <message>
        <source>跳变</source>
        <translation>Chat.</translation>
    </message>
    <message>
        <source>跳变的</source>
        <translation>Chattering</translation>
    </message>
    <message>
        <source>近 24 小时</source>
        <translation>Last 24 h</translation>
    </message>
    <message>
        <source>近 {0} 天</source>
        <translation>Last {0} d</translation>
    </message>
    <message>
        <source>这段时间没有报警记录</source>
        <translation>No alarms on record in this span</translation>
    </message>
    <message>
        <source>重算</source>
        <translation>Recount</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>长期的</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>频次</source>
        <translation>Rate</translation>
    </message>
</context>
<context>
    <name>AlarmRows</name>
    <message>
        <source>{0}（剩 {1}）</source>
        <translation>{0} ({1} left)</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>What</translation>
    </message>
    <message>
        <source>优先级</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>到期或历时</source>
        <translation>Until / for</translation>
    </message>
    <message>
        <source>反复跳变，待检修</source>
        <translation>Chattering, to be repaired</translation>
    </message>
    <message>
        <source>可用时间</source>
        <translation>Time to act</translation>
    </message>
    <message>
        <source>定义表中没有启用</source>
        <translation>Not in use in the definitions</translation>
    </message>
    <message>
        <source>工况：{0}</source>
        <translation>Mode: {0}</translation>
    </message>
    <message>
        <source>已持续</source>
        <translation>Lasting</translation>
    </message>
    <message>
        <source>抑制</source>
        <translation>Suppressed</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>报警点</source>
        <translation>Alarm point</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未触发</source>
        <translation>Not raised</translation>
    </message>
    <message>
        <source>条件仍在</source>
        <translation>Still holds</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>责任岗位</source>
        <translation>Lead role</translation>
    </message>
</context>
<context>
    <name>AlarmSaid</name>
    <message>
        <source>{0} {1} 户（人）道路已断，待船转移</source>
        <translation>{0}: {1} cut off, waiting for boats</translation>
    </message>
    <message>
        <source>{0} {1} 户（人）须立即动身</source>
        <translation>{0}: {1} must leave now</translation>
    </message>
    <message>
        <source>{0} {1} 项任务超时：{2}</source>
        <translation>{0}: {1} tasks overdue: {2}</translation>
    </message>
    <message>
        <source>{0} {1}各来源不一致：{2} 至 {3}</source>
        <translation>{0} {1}: sources differ, {2} to {3}</translation>
    </message>
    <message>
        <source>{0} {1}，{2}险情</source>
        <translation>{0} {1}: {2} incident</translation>
    </message>
    <message>
        <source>{0} {1}：{2}</source>
        <translation>{0} {1}: {2}</translation>
    </message>
    <message>
        <source>{0} {1}：{2}超时，应于 {3} 前</source>
        <translation>{0} {1}: {2} late, due {3}</translation>
    </message>
    <message>
        <source>{0} 中断：{1}</source>
        <translation>{0} down: {1}</translation>
    </message>
    <message>
        <source>{0} 失联，{1} 没有上报</source>
        <translation>{0} out of contact, no report for {1}</translation>
    </message>
    <message>
        <source>{0} 平安计时超时</source>
        <translation>{0}: welfare timer overdue</translation>
    </message>
    <message>
        <source>{0} 智能石头{1}</source>
        <translation>{0} smart stone: {1}</translation>
    </message>
    <message>
        <source>{0} 有 {1} m 超过 {2} 分钟无人巡查</source>
        <translation>{0}: {1} m unpatrolled for over {2} min</translation>
    </message>
    <message>
        <source>{0} 求助</source>
        <translation>{0} calls for help</translation>
    </message>
    <message>
        <source>{0} 种物资不够现行措施所需：{1}</source>
        <translation>{0} items short for measures in force: {1}</translation>
    </message>
    <message>
        <source>{0} 种物资低于预警下限：{1}</source>
        <translation>{0} items below reserve: {1}</translation>
    </message>
    <message>
        <source>{0}报汛超过时效 {1}</source>
        <translation>{0}: no reading within {1}</translation>
    </message>
    <message>
        <source>{0}每小时涨 {1} m³/s，超过 {2}；现 {3} m³/s</source>
        <translation>{0} rising {1} m³/s per hour, over {2}; now {3} m³/s</translation>
    </message>
    <message>
        <source>{0}水位 {1} m，达到{2} {3}</source>
        <translation>{0} stage {1} m: {2} {3} reached</translation>
    </message>
    <message>
        <source>{0}流量 {1} m³/s，达到{2} {3}</source>
        <translation>{0} flow {1} m³/s: {2} ({3}) reached</translation>
    </message>
    <message>
        <source>{0}，最早 {1}</source>
        <translation>{0}, earliest {1}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>“{0}”{1} 人未应答，共 {2} 人</source>
        <translation>"{0}": {1} of {2} not answered</translation>
    </message>
    <message>
        <source>上次 {0}</source>
        <translation>last {0}</translation>
    </message>
    <message>
        <source>今天还没有走过</source>
        <translation>not walked today</translation>
    </message>
    <message>
        <source>未保存 {0} 步</source>
        <translation>{0} steps not saved</translation>
    </message>
    <message>
        <source>本台预报{0} {1} 达 {2} m³/s，将到{3} {4}</source>
        <translation>Desk forecast: {0} {1} at {2} m³/s, will reach {3} ({4})</translation>
    </message>
    <message>
        <source>预报{0} {1} 达 {2} m³/s，将到{3} {4}</source>
        <translation>Forecast: {0} {1} at {2} m³/s, will reach {3} ({4})</translation>
    </message>
</context>
<context>
    <name>AlarmSheet</name>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>报警单</source>
        <translation>Alarm list</translation>
    </message>
    <message>
        <source>报警单 {0}</source>
        <translation>Alarm list {0}</translation>
    </message>
    <message>
        <source>报警定义</source>
        <translation>Definitions</translation>
    </message>
    <message>
        <source>报警较多：按原因合并成行，必达报警单列</source>
        <translation>Many alarms: merged into a line per cause, must-pass alarms singly</translation>
    </message>
    <message>
        <source>绩效</source>
        <translation>Performance</translation>
    </message>
</context>
<context>
    <name>AlarmStanding</name>
    <message>
        <source>{0} 行 · {1} 处</source>
        <translation>{0} lines · {1} places</translation>
    </message>
    <message>
        <source>反复跳变 {0} 点，列入检修</source>
        <translation>{0} chattering: on the repair list</translation>
    </message>
    <message>
        <source>回放只读，不能办理</source>
        <translation>Replay is read-only</translation>
    </message>
    <message>
        <source>报警还没有启动</source>
        <translation>Alarms have not started yet</translation>
    </message>
    <message>
        <source>没有停用的报警点</source>
        <translation>No alarm points out of service</translation>
    </message>
    <message>
        <source>没有报警：现在没有需要立即处置的事</source>
        <translation>No alarms: nothing needs an act now</translation>
    </message>
    <message>
        <source>没有按工况抑制的报警</source>
        <translation>No alarms suppressed by mode</translation>
    </message>
    <message>
        <source>没有搁置的报警</source>
        <translation>No shelved alarms</translation>
    </message>
    <message>
        <source>没有诊断：测站、传感器和数据来源都正常</source>
        <translation>No diagnostics: stations, sensors and sources are well</translation>
    </message>
    <message>
        <source>选一条看原因、后果、处置和经过</source>
        <translation>Choose one to see cause, consequence, action and history</translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message>
        <source>{0} 处</source>
        <translation>{0} places</translation>
    </message>
    <message>
        <source>{0} 次</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>{0} 等</source>
        <translation>{0} …</translation>
    </message>
    <message>
        <source>{0}级</source>
        <translation>Level {0}</translation>
    </message>
    <message>
        <source>不够现行措施所需</source>
        <translation>Short for measures in force</translation>
    </message>
    <message>
        <source>低于预警下限</source>
        <translation>Below reserve</translation>
    </message>
    <message>
        <source>保证水位</source>
        <translation>guaranteed stage</translation>
    </message>
    <message>
        <source>剩 {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>善后</source>
        <translation>Aftermath</translation>
    </message>
    <message>
        <source>复盘</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>已恢复，待办结</source>
        <translation>Over, to close</translation>
    </message>
    <message>
        <source>已恢复，未确认</source>
        <translation>Over, unacked</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Acked</translation>
    </message>
    <message>
        <source>常态</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>恢复并确认后由人办结</source>
        <translation>Closed by hand once returned and acknowledged</translation>
    </message>
    <message>
        <source>恢复并确认后自动结束</source>
        <translation>Ends by itself once returned and acknowledged</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>指挥</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>未确认</source>
        <translation>Unacked</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>River</translation>
    </message>
    <message>
        <source>涨水</source>
        <translation>Rising</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>物资</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>警戒水位</source>
        <translation>warning stage</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>超 {0}</source>
        <translation>{0} over</translation>
    </message>
    <message>
        <source>迁安</source>
        <translation>Relocation</translation>
    </message>
    <message>
        <source>退水</source>
        <translation>Receding</translation>
    </message>
    <message>
        <source>预案</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>AmendForm</name>
    <message>
        <source>为何更正，如“电话核对”（必填）</source>
        <translation>Why amended, e.g. checked by telephone (required)</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>大类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>更正这件事件</source>
        <translation>Amend this report</translation>
    </message>
    <message>
        <source>更正：原话留在经过里</source>
        <translation>Amend: the original words stay in the history</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>Anlan</name>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>待办任务</source>
        <translation>Tasks to do</translation>
    </message>
    <message>
        <source>快捷调度</source>
        <translation>Quick dispatch</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>指挥</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>River</translation>
    </message>
    <message>
        <source>水情监测</source>
        <translation>River</translation>
    </message>
    <message>
        <source>滩区种植户</source>
        <translation>Growers</translation>
    </message>
    <message>
        <source>物资</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>迁安</source>
        <translation>Relocate</translation>
    </message>
    <message>
        <source>重点关注人员</source>
        <translation>Key people</translation>
    </message>
    <message>
        <source>预案</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Warning</translation>
    </message>
</context>
<context>
    <name>Approver</name>
    <message>
        <source>复核人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>复核人口令</source>
        <translation>Approver's passphrase</translation>
    </message>
    <message>
        <source>没有另一位有复核权限的人</source>
        <translation>Nobody else has the right to approve</translation>
    </message>
    <message>
        <source>请复核人输入口令</source>
        <translation>The approver must type the passphrase</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source> 等 {0} 类</source>
        <translation> … {0} roles</translation>
    </message>
    <message>
        <source>{0} 个编号不在台账中，未计入</source>
        <translation>{0} ids not in the registers, left out</translation>
    </message>
    <message>
        <source>{0} 人没有电话，须上门或由副职通知</source>
        <translation>{0} have no phone: by door or deputy</translation>
    </message>
    <message>
        <source>上水范围</source>
        <translation>Flooded area</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>共 {0} 人，每人只计一次 · 有电话 {1} 人</source>
        <translation>{0} people, each once · {1} with a telephone</translation>
    </message>
    <message>
        <source>加一个人或队</source>
        <translation>Add a person or squad</translation>
    </message>
    <message>
        <source>加一个人或队：姓名、电话、编号，回车</source>
        <translation>Add a person or squad: name, phone, id, Enter</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>加入范围</source>
        <translation>Add to recipients</translation>
    </message>
    <message>
        <source>包保干部</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>当前流量 {0} m³/s</source>
        <translation>Present flow {0} m³/s</translation>
    </message>
    <message>
        <source>按人员类别</source>
        <translation>By kind of staff</translation>
    </message>
    <message>
        <source>按什么选人</source>
        <translation>Choose people by</translation>
    </message>
    <message>
        <source>按岗位</source>
        <translation>By role</translation>
    </message>
    <message>
        <source>按村</source>
        <translation>By village</translation>
    </message>
    <message>
        <source>按网格</source>
        <translation>By grid</translation>
    </message>
    <message>
        <source>按队伍</source>
        <translation>By squad</translation>
    </message>
    <message>
        <source>某次推送未应答</source>
        <translation>Not answered a push</translation>
    </message>
    <message>
        <source>某次点名未应答</source>
        <translation>Not answered a roll-call</translation>
    </message>
    <message>
        <source>没有找到“{0}”</source>
        <translation>"{0}" not found</translation>
    </message>
    <message>
        <source>滩区种植户</source>
        <translation>Growers</translation>
    </message>
    <message>
        <source>特殊人群户</source>
        <translation>Special-needs households</translation>
    </message>
    <message>
        <source>种植户类型</source>
        <translation>Growers by kind</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>迁安户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>还没有接收人。按岗位、网格、队伍加入，或在地图上圈选。</source>
        <translation>No recipients yet. Add by role, grid, squad, or lasso on the map.</translation>
    </message>
    <message>
        <source>选哪些人</source>
        <translation>Which people</translation>
    </message>
    <message>
        <source>重复 {0} 人次已去除</source>
        <translation>{0} duplicates removed</translation>
    </message>
    <message>
        <source>重点关注人员</source>
        <translation>Key people</translation>
    </message>
</context>
<context>
    <name>BatchEntry</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>{0} 个已在其后，不改</source>
        <translation>{0} already further on, left as they are</translation>
    </message>
    <message>
        <source>依据签收卡、撤离卡或现场名册上的编号登记；同一编号只计一次，未识别的编号留在框中。</source>
        <translation>Register by the ids on slips, evacuation cards or rolls; an id counts once, unknown ids stay in the box.</translation>
    </message>
    <message>
        <source>写明情况（必填）</source>
        <translation>Say how it stands (required)</translation>
    </message>
    <message>
        <source>尚未录入编号</source>
        <translation>No ids yet</translation>
    </message>
    <message>
        <source>未识别：{0}</source>
        <translation>Unknown: {0}</translation>
    </message>
    <message>
        <source>登记 {0} 个为{1}</source>
        <translation>Register {0} as {1}</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>识别：{0}</source>
        <translation>Recognised: {0}</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Notes (optional)</translation>
    </message>
    <message>
        <source>逐个录入或粘贴编号，用空格、逗号或换行隔开，如 N001 N002 Q015 H008</source>
        <translation>Type or paste ids, parted by blanks, commas or lines, e.g. N001 N002 Q015 H008</translation>
    </message>
</context>
<context>
    <name>BoatList</name>
    <message>
        <source>公路都还通，没有要派船接应的人</source>
        <translation>All roads open: nobody needs a boat</translation>
    </message>
    <message>
        <source>呼叫{0}(&amp;B)</source>
        <translation>Call {0} (&amp;B)</translation>
    </message>
    <message>
        <source>呼叫包保干部 {0} 人(&amp;J)</source>
        <translation>Call guardians: {0} (&amp;J)</translation>
    </message>
    <message>
        <source>呼叫船队 {0} 支(&amp;B)</source>
        <translation>Call &amp;boat teams: {0}</translation>
    </message>
    <message>
        <source>定位(&amp;O)</source>
        <translation>L&amp;ocate</translation>
    </message>
    <message>
        <source>推演中不呼叫任何人</source>
        <translation>Nobody is called in a what-if</translation>
    </message>
    <message>
        <source>派船接应 {0} 户（处）{1} 人</source>
        <translation>Boat pickups {0}, people {1}</translation>
    </message>
    <message>
        <source>还没有水情推算</source>
        <translation>No water reckoned yet</translation>
    </message>
    <message>
        <source>，台账里没有带船的队伍</source>
        <translation>, no squad with boats in the registers</translation>
    </message>
</context>
<context>
    <name>Boats</name>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>包保干部</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>最近船队</source>
        <translation>Nearest boat team</translation>
    </message>
    <message>
        <source>水深 m</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>没有船队</source>
        <translation>No boat team</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>路断于</source>
        <translation>Cut off at</translation>
    </message>
</context>
<context>
    <name>BreachForm</name>
    <message>
        <source>下一次点击地图即为溃口位置</source>
        <translation>The next click on the map sets the breach</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>先出 80 m 预览，再由 40 m、20 m 结果替换；不影响实况</source>
        <translation>80 m preview first, replaced by 40 m and 20 m; live untouched</translation>
    </message>
    <message>
        <source>先在图上点一处堤防</source>
        <translation>First click a place on the levee</translation>
    </message>
    <message>
        <source>冲到背河地面</source>
        <translation>Scoured to landside ground</translation>
    </message>
    <message>
        <source>发展历时</source>
        <translation>Growth time</translation>
    </message>
    <message>
        <source>口门宽</source>
        <translation>Breach width</translation>
    </message>
    <message>
        <source>口门宽应在 1–{0} m</source>
        <translation>Breach width must be 1–{0} m</translation>
    </message>
    <message>
        <source>口门底</source>
        <translation>Breach invert</translation>
    </message>
    <message>
        <source>在图上点堤防</source>
        <translation>Click the levee on the map</translation>
    </message>
    <message>
        <source>尚未选点</source>
        <translation>No place chosen</translation>
    </message>
    <message>
        <source>底高程</source>
        <translation>Invert level</translation>
    </message>
    <message>
        <source>底高程应在 {0:.0f}–{1:.0f} m</source>
        <translation>Invert level must be {0:.0f}–{1:.0f} m</translation>
    </message>
    <message>
        <source>开始时刻在 {0:.0f} h 过程之后，看不到溃水</source>
        <translation>The start is after the {0:.0f} h of the event: no breach water to see</translation>
    </message>
    <message>
        <source>开始（起涨后）</source>
        <translation>Starts (after rise)</translation>
    </message>
    <message>
        <source>指定高程</source>
        <translation>Set level</translation>
    </message>
    <message>
        <source>洪峰流量</source>
        <translation>Peak flow</translation>
    </message>
    <message>
        <source>试算溃口</source>
        <translation>Try a breach</translation>
    </message>
</context>
<context>
    <name>Briefing</name>
    <message>
        <source>{0} m</source>
        <translation>{0} m</translation>
    </message>
    <message>
        <source>{0} m³/s</source>
        <translation>{0} m³/s</translation>
    </message>
    <message>
        <source>{0} m³/s 以下受威胁</source>
        <translation>At risk up to {0} m³/s</translation>
    </message>
    <message>
        <source>{0} {1} 发布</source>
        <translation>{0}, issued {1}</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>{0} 亩</source>
        <translation>{0} mu</translation>
    </message>
    <message>
        <source>{0}撤离时钟</source>
        <translation>{0}: evacuation clock</translation>
    </message>
    <message>
        <source>下落不明 {0}</source>
        <translation>missing {0}</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>No-go</translation>
    </message>
    <message>
        <source>不执行</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>任务清单</source>
        <translation>Task list</translation>
    </message>
    <message>
        <source>冻结后</source>
        <translation>since</translation>
    </message>
    <message>
        <source>冻结后变化</source>
        <translation>Changed since</translation>
    </message>
    <message>
        <source>冻结后变化 {0}</source>
        <translation>{0} changed since</translation>
    </message>
    <message>
        <source>冻结后新增</source>
        <translation>New since</translation>
    </message>
    <message>
        <source>冻结后解除</source>
        <translation>Over since</translation>
    </message>
    <message>
        <source>力量物资缺口</source>
        <translation>Shortages</translation>
    </message>
    <message>
        <source>区间 {0}，{1} 制作</source>
        <translation>range {0}, made {1}</translation>
    </message>
    <message>
        <source>受威胁人员与地块</source>
        <translation>People and plots at risk</translation>
    </message>
    <message>
        <source>另有 {0} 项</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>在滩 {0} 人</source>
        <translation>{0} on the floodplain</translation>
    </message>
    <message>
        <source>官方预报</source>
        <translation>Official forecast</translation>
    </message>
    <message>
        <source>已决定，待签字</source>
        <translation>Decided, to be signed</translation>
    </message>
    <message>
        <source>已结束 {0}</source>
        <translation>Ended {0}</translation>
    </message>
    <message>
        <source>已超报汛时限</source>
        <translation>reading overdue</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>弃权</source>
        <translation>Abstain</translation>
    </message>
    <message>
        <source>待签发 {0} · 待核验 {1}</source>
        <translation>to sign {0} · to verify {1}</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>手机 {0} 部可答</source>
        <translation>can answer by phone: {0}</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>Proceed</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>拒撤 {0}</source>
        <translation>refusing {0}</translation>
    </message>
    <message>
        <source>无响应</source>
        <translation>No response</translation>
    </message>
    <message>
        <source>暂缓</source>
        <translation>Defer</translation>
    </message>
    <message>
        <source>最大 {0} m³/s</source>
        <translation>max. {0} m³/s</translation>
    </message>
    <message>
        <source>最早 {0} 前动身</source>
        <translation>first by {0}</translation>
    </message>
    <message>
        <source>未撤 {0}/{1}</source>
        <translation>Still there {0}/{1}</translation>
    </message>
    <message>
        <source>未答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>本台预报</source>
        <translation>Desk forecast</translation>
    </message>
    <message>
        <source>此流量下无人受威胁</source>
        <translation>Nobody at risk at this flow</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>River</translation>
    </message>
    <message>
        <source>没有任务</source>
        <translation>No tasks</translation>
    </message>
    <message>
        <source>没有可用的读数</source>
        <translation>No usable reading</translation>
    </message>
    <message>
        <source>没有报警</source>
        <translation>No alarms</translation>
    </message>
    <message>
        <source>没有未销号的险情</source>
        <translation>No open incidents</translation>
    </message>
    <message>
        <source>没有登记手机，请席位代录</source>
        <translation>no phone enrolled: take it at the desk</translation>
    </message>
    <message>
        <source>没有缺口</source>
        <translation>No shortages</translation>
    </message>
    <message>
        <source>没有预报</source>
        <translation>No forecast</translation>
    </message>
    <message>
        <source>照此 {1} 到 {0}</source>
        <translation>{0} in {1} at this rate</translation>
    </message>
    <message>
        <source>照此 {1} 落到 {0}</source>
        <translation>down to {0} in {1} at this rate</translation>
    </message>
    <message>
        <source>现行响应</source>
        <translation>Response in force</translation>
    </message>
    <message>
        <source>种植户未撤 {0}/{1}</source>
        <translation>Growers there {0}/{1}</translation>
    </message>
    <message>
        <source>系统建议</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>缺 {0} {1}</source>
        <translation>short {0} {1}</translation>
    </message>
    <message>
        <source>超时 {0} · 在办 {1}</source>
        <translation>late {0} · under way {1}</translation>
    </message>
    <message>
        <source>路已断 {0}</source>
        <translation>cut off {0}</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>重点人员未离 {0}/{1}</source>
        <translation>key people there {0}/{1}</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>需 {0}，有 {1}</source>
        <translation>need {0}, have {1}</translation>
    </message>
    <message>
        <source>须立即撤 {0}</source>
        <translation>leave now {0}</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>预警与响应</source>
        <translation>Warning and response</translation>
    </message>
    <message>
        <source>预计 {0}</source>
        <translation>due {0}</translation>
    </message>
    <message>
        <source>（改过）</source>
        <translation> (changed)</translation>
    </message>
</context>
<context>
    <name>BriefingDesk</name>
    <message>
        <source>本席的议程表用不了，改用自带的：{0}</source>
        <translation>This desk's agenda cannot be used; the shipped one is: {0}</translation>
    </message>
</context>
<context>
    <name>BriefingPage</name>
    <message>
        <source>{0} 发起</source>
        <translation>called by {0}</translation>
    </message>
    <message>
        <source>会商</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>会商纪要(&amp;M)</source>
        <translation>&amp;Minutes</translation>
    </message>
    <message>
        <source>冻结此刻的情况，开始一次会商（Ctrl+N）</source>
        <translation>Freeze the situation as it is and start a briefing (Ctrl+N)</translation>
    </message>
    <message>
        <source>发起会商(&amp;N)…</source>
        <translation>&amp;New briefing…</translation>
    </message>
    <message>
        <source>发起会商…</source>
        <translation>New briefing…</translation>
    </message>
    <message>
        <source>发起即冻结此刻的水情、预警、任务、险情和缺口，实况照常进行。</source>
        <translation>Opening one freezes river, warning, tasks, incidents and shortages as they stand; live goes on.</translation>
    </message>
    <message>
        <source>发起即冻结演练此刻的水情、预警、任务、险情和缺口，演练照常进行。</source>
        <translation>Opening one freezes the drill's river, warning, tasks, incidents and shortages as they stand; the drill goes on.</translation>
    </message>
    <message>
        <source>只读 · {0}</source>
        <translation>Read-only · {0}</translation>
    </message>
    <message>
        <source>表决与决定</source>
        <translation>Poll and decision</translation>
    </message>
    <message>
        <source>起草这次会商的纪要（Alt+M）</source>
        <translation>Draft the minutes of this briefing (Alt+M)</translation>
    </message>
    <message>
        <source>还没有开过会商</source>
        <translation>No briefing held yet</translation>
    </message>
</context>
<context>
    <name>Broadcasts</name>
    <message>
        <source>同时公开发布</source>
        <translation>Also published</translation>
    </message>
</context>
<context>
    <name>BulletinPage</name>
    <message>
        <source>{0} 08:00 水情日报</source>
        <translation>River bulletin, {0} 08:00</translation>
    </message>
    <message>
        <source>{0} 站，缺报 {1} 站</source>
        <translation>{0} stations, {1} missing</translation>
    </message>
    <message>
        <source>写成 xlsx 或 csv（Alt+E）</source>
        <translation>Write xlsx or csv (Alt+E)</translation>
    </message>
    <message>
        <source>前一天 08:00（Alt+P）</source>
        <translation>08:00 the day before (Alt+P)</translation>
    </message>
    <message>
        <source>前一天(&amp;P)</source>
        <translation>&amp;Previous day</translation>
    </message>
    <message>
        <source>后一天 08:00（Alt+N）</source>
        <translation>08:00 the day after (Alt+N)</translation>
    </message>
    <message>
        <source>后一天(&amp;N)</source>
        <translation>&amp;Next day</translation>
    </message>
    <message>
        <source>复制文字(&amp;C)</source>
        <translation>&amp;Copy text</translation>
    </message>
    <message>
        <source>复制日报全文（Ctrl+Shift+C）</source>
        <translation>Copy the whole bulletin (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>导出水情日报</source>
        <translation>Export river bulletin</translation>
    </message>
    <message>
        <source>导出表格…(&amp;E)</source>
        <translation>&amp;Export table…</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>日报全文已复制</source>
        <translation>Bulletin copied</translation>
    </message>
    <message>
        <source>日报文字</source>
        <translation>Bulletin text</translation>
    </message>
    <message>
        <source>水情日报-{0}.xlsx</source>
        <translation>river-bulletin-{0}.xlsx</translation>
    </message>
    <message>
        <source>水情表</source>
        <translation>Table of stations</translation>
    </message>
    <message>
        <source>没有登记测站，日报没有可列的站</source>
        <translation>No stations in the register: nothing to list</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>{0} {1} 视频呼入</source>
        <translation>Video call from {0} {1}</translation>
    </message>
    <message>
        <source>{0} · ● 正在录像</source>
        <translation>{0} · ● recording</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>不接视频，改打电话</source>
        <translation>No video: telephone instead</translation>
    </message>
    <message>
        <source>另有 {0} 个呼入</source>
        <translation>{0} more calling in</translation>
    </message>
    <message>
        <source>回到通话</source>
        <translation>Back to the call</translation>
    </message>
    <message>
        <source>所有人离开</source>
        <translation>Everyone leaves</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>拒接</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>接听</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>视频通话 {0} 人，已 {1}</source>
        <translation>Video call with {0}, {1} so far</translation>
    </message>
</context>
<context>
    <name>CallPeople</name>
    <message>
        <source>{0} 已发链接（{1}）</source>
        <translation>link sent {0} ({1})</translation>
    </message>
    <message>
        <source>不在线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>手机不在线</source>
        <translation>Phone offline</translation>
    </message>
    <message>
        <source>无声音</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>无画面</source>
        <translation>No picture</translation>
    </message>
</context>
<context>
    <name>CallPicker</name>
    <message>
        <source>按姓名、岗位找人</source>
        <translation>Find by name, role</translation>
    </message>
    <message>
        <source>没有其他已登记手机的人员</source>
        <translation>No other people with an enrolled phone</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>{0} / {1} 人</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0}（代 {1}）</source>
        <translation>{0} (for {1})</translation>
    </message>
    <message>
        <source>下一人(&amp;N)</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>不关联事项</source>
        <translation>No related matter</translation>
    </message>
    <message>
        <source>不能到(&amp;2)</source>
        <translation>Cannot come (&amp;2)</translation>
    </message>
    <message>
        <source>事件 {0}</source>
        <translation>Report {0}</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>任务 {0}</source>
        <translation>Task {0}</translation>
    </message>
    <message>
        <source>副职：{0} {1}</source>
        <translation>Deputy: {0} {1}</translation>
    </message>
    <message>
        <source>包保：{0} {1}</source>
        <translation>Guardian: {0} {1}</translation>
    </message>
    <message>
        <source>号码错误</source>
        <translation>Wrong number</translation>
    </message>
    <message>
        <source>号码错误(&amp;5)</source>
        <translation>Wrong number (&amp;5)</translation>
    </message>
    <message>
        <source>号码错误。{0}</source>
        <translation>Wrong number. {0}</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>名单已打完</source>
        <translation>All called</translation>
    </message>
    <message>
        <source>名单是空的。从快捷调度、Ctrl+K 或推送台账选人。</source>
        <translation>The list is empty. Choose people in quick dispatch, by Ctrl+K or from a push.</translation>
    </message>
    <message>
        <source>在通话记录中查找</source>
        <translation>Find in the call log</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>对方说了什么，如：缺照明车一台，20 分钟到</source>
        <translation>What was said, e.g. one light tower short, there in 20 min</translation>
    </message>
    <message>
        <source>待打</source>
        <translation>To call</translation>
    </message>
    <message>
        <source>推送 {0}</source>
        <translation>Push {0}</translation>
    </message>
    <message>
        <source>收到(&amp;1)</source>
        <translation>Acknowledged (&amp;1)</translation>
    </message>
    <message>
        <source>改叫副职 {0}</source>
        <translation>Call deputy {0}</translation>
    </message>
    <message>
        <source>改叫包保 {0}</source>
        <translation>Call guardian {0}</translation>
    </message>
    <message>
        <source>无关联事项</source>
        <translation>no related matter</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>显示号码(&amp;P)</source>
        <translation>Show &amp;phone</translation>
    </message>
    <message>
        <source>显示完整号码并记入日志（Alt+P）</source>
        <translation>Show the whole number; this is journaled (Alt+P)</translation>
    </message>
    <message>
        <source>未叫应(&amp;4)</source>
        <translation>Not reached (&amp;4)</translation>
    </message>
    <message>
        <source>此前没有通话</source>
        <translation>No earlier calls</translation>
    </message>
    <message>
        <source>此前：{0}</source>
        <translation>Before: {0}</translation>
    </message>
    <message>
        <source>没有“查看个人信息”权限，请由有权人员查看</source>
        <translation>The right "See personal data" is missing; ask someone who has it</translation>
    </message>
    <message>
        <source>没有可以打电话的人</source>
        <translation>Nobody to call</translation>
    </message>
    <message>
        <source>没有登记副职或包保人</source>
        <translation>No deputy or guardian registered</translation>
    </message>
    <message>
        <source>电话叫应</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>电话叫应：{0}</source>
        <translation>Call: {0}</translation>
    </message>
    <message>
        <source>登记通话结果（Alt+{0}）</source>
        <translation>Log the outcome (Alt+{0})</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>视频通话 {0}</source>
        <translation>Video call {0}</translation>
    </message>
    <message>
        <source>还没有通话记录</source>
        <translation>No calls yet</translation>
    </message>
    <message>
        <source>通话记录</source>
        <translation>Call log</translation>
    </message>
    <message>
        <source>险情 {0} {1}</source>
        <translation>Incident {0} {1}</translation>
    </message>
    <message>
        <source>需要支援(&amp;3)</source>
        <translation>Needs help (&amp;3)</translation>
    </message>
</context>
<context>
    <name>CallSide</name>
    <message>
        <source>{0} 人在通话中 · {1} 起，已 {2}</source>
        <translation>{0} in the call · from {1}, {2} so far</translation>
    </message>
    <message>
        <source>{0} 没有声音</source>
        <translation>No sound from {0}</translation>
    </message>
    <message>
        <source>{0} 的手机不在线</source>
        <translation>Phone of {0} is offline</translation>
    </message>
    <message>
        <source>{0} 的画面未接通</source>
        <translation>No picture from {0} yet</translation>
    </message>
    <message>
        <source>{0} 结束 · {1} 起，共 {2}</source>
        <translation>{0} ended · from {1}, {2} in all</translation>
    </message>
    <message>
        <source>● 正在录像 {0}</source>
        <translation>● Recording {0}</translation>
    </message>
    <message>
        <source>事由：{0}</source>
        <translation>About: {0}</translation>
    </message>
    <message>
        <source>再呼</source>
        <translation>Ring again</translation>
    </message>
    <message>
        <source>再呼一次(&amp;R)</source>
        <translation>&amp;Ring again</translation>
    </message>
    <message>
        <source>再次视频呼叫所选的人</source>
        <translation>Video call the chosen people once more</translation>
    </message>
    <message>
        <source>再次视频呼叫（Alt+R）</source>
        <translation>Video call once more (Alt+R)</translation>
    </message>
    <message>
        <source>发链接</source>
        <translation>Send link</translation>
    </message>
    <message>
        <source>发链接(&amp;K)</source>
        <translation>Send lin&amp;k</translation>
    </message>
    <message>
        <source>已存录像 {0} 段</source>
        <translation>Recordings kept: {0}</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>把通话链接发给所选的人：手机不应或没有登记手机时</source>
        <translation>Send the link to those chosen: phone not answered, or not enrolled</translation>
    </message>
    <message>
        <source>改打电话(&amp;T)</source>
        <translation>&amp;Telephone</translation>
    </message>
    <message>
        <source>没有人在通话中</source>
        <translation>Nobody in the call</translation>
    </message>
    <message>
        <source>用政务通信或短信把通话链接发给本人（Alt+K）</source>
        <translation>Send the person a link to the call by messenger or SMS (Alt+K)</translation>
    </message>
    <message>
        <source>让所选的人离开通话</source>
        <translation>Those chosen leave the call</translation>
    </message>
    <message>
        <source>请出</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>转到电话叫应（Alt+T）</source>
        <translation>To the telephone sheet (Alt+T)</translation>
    </message>
    <message>
        <source>转到电话叫应，通话不中断</source>
        <translation>To the telephone sheet; the call goes on</translation>
    </message>
</context>
<context>
    <name>CallWindow</name>
    <message>
        <source>{0} / {1} 人</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>不送本台画面（Alt+V）</source>
        <translation>Send no picture from this desk (Alt+V)</translation>
    </message>
    <message>
        <source>停止录像(&amp;L)</source>
        <translation>Stop recording (&amp;L)</translation>
    </message>
    <message>
        <source>关摄像头(&amp;V)</source>
        <translation>&amp;Video off</translation>
    </message>
    <message>
        <source>加人(&amp;A)</source>
        <translation>&amp;Add people</translation>
    </message>
    <message>
        <source>录像(&amp;L)</source>
        <translation>Record ca&amp;ll</translation>
    </message>
    <message>
        <source>录像存证，双方都会看到标记（Alt+L）</source>
        <translation>Record as evidence, marked on both sides (Alt+L)</translation>
    </message>
    <message>
        <source>截图存证(&amp;S)</source>
        <translation>&amp;Snapshot</translation>
    </message>
    <message>
        <source>所有人离开（Alt+H）</source>
        <translation>Everyone leaves (Alt+H)</translation>
    </message>
    <message>
        <source>把当前画面存到事由上（Alt+S）</source>
        <translation>Keep the present picture with the matter (Alt+S)</translation>
    </message>
    <message>
        <source>本台静音（Alt+M）</source>
        <translation>Mute this desk (Alt+M)</translation>
    </message>
    <message>
        <source>结束通话(&amp;H)</source>
        <translation>&amp;Hang up</translation>
    </message>
    <message>
        <source>视频调度</source>
        <translation>Video dispatch</translation>
    </message>
    <message>
        <source>请更多人进来（Alt+A）</source>
        <translation>Ask more people in (Alt+A)</translation>
    </message>
    <message>
        <source>还没有画面，未截图</source>
        <translation>No picture yet, no snapshot taken</translation>
    </message>
    <message>
        <source>通话已结束</source>
        <translation>Call ended</translation>
    </message>
    <message>
        <source>通话页面多次退出，已停止；请挂断后重拨或打电话</source>
        <translation>The call page keeps stopping and was turned off; hang up and call again, or telephone</translation>
    </message>
    <message>
        <source>通话页面打不开，正在重试</source>
        <translation>The call page does not open; trying again</translation>
    </message>
    <message>
        <source>静音(&amp;M)</source>
        <translation>&amp;Mute</translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <source>信号中断</source>
        <translation>signal lost</translation>
    </message>
    <message>
        <source>信号中断，已离开</source>
        <translation>Signal lost, has left</translation>
    </message>
    <message>
        <source>只传画面</source>
        <translation>picture only</translation>
    </message>
    <message>
        <source>在开车</source>
        <translation>driving</translation>
    </message>
    <message>
        <source>在忙</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>对方已挂断</source>
        <translation>hung up</translation>
    </message>
    <message>
        <source>对方无声音</source>
        <translation>No sound from them</translation>
    </message>
    <message>
        <source>对方没有画面</source>
        <translation>No picture from them</translation>
    </message>
    <message>
        <source>已拒接</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>已拒接：在开车</source>
        <translation>Refused: driving</translation>
    </message>
    <message>
        <source>已拒接：在忙</source>
        <translation>Refused: busy</translation>
    </message>
    <message>
        <source>已拒接：稍后回</source>
        <translation>Refused: will call back</translation>
    </message>
    <message>
        <source>已离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>手机不在线，继续呼叫</source>
        <translation>Phone offline, still calling</translation>
    </message>
    <message>
        <source>手机已停用</source>
        <translation>Phone revoked</translation>
    </message>
    <message>
        <source>手机没有可用的麦克风</source>
        <translation>no usable microphone on the phone</translation>
    </message>
    <message>
        <source>指挥台中断</source>
        <translation>cut off at the desk</translation>
    </message>
    <message>
        <source>指挥台取消</source>
        <translation>cancelled by the desk</translation>
    </message>
    <message>
        <source>指挥台未接</source>
        <translation>not taken by the desk</translation>
    </message>
    <message>
        <source>未接听</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>未接通</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>本台没有摄像头和麦克风：只能收看收听，要说话请打电话</source>
        <translation>No camera, no microphone at this desk: you see and hear only; telephone to speak</translation>
    </message>
    <message>
        <source>本台没有摄像头：对方只能听到声音</source>
        <translation>No camera at this desk: they only hear you</translation>
    </message>
    <message>
        <source>本台没有麦克风：对方听不到，只能看到画面</source>
        <translation>No microphone at this desk: they see but do not hear you</translation>
    </message>
    <message>
        <source>正在呼叫</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>正在录像</source>
        <translation>recording</translation>
    </message>
    <message>
        <source>正在接通画面</source>
        <translation>Connecting the picture</translation>
    </message>
    <message>
        <source>没有人在通话中</source>
        <translation>Nobody in the call</translation>
    </message>
    <message>
        <source>没有登记手机</source>
        <translation>No enrolled phone</translation>
    </message>
    <message>
        <source>画面已停 {0} 秒</source>
        <translation>Picture still for {0} s</translation>
    </message>
    <message>
        <source>画面未接通，请打电话</source>
        <translation>Picture not connected: telephone</translation>
    </message>
    <message>
        <source>直连</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>稍后回</source>
        <translation>will call back</translation>
    </message>
    <message>
        <source>等待对方允许摄像头</source>
        <translation>Waiting for leave to use the camera</translation>
    </message>
    <message>
        <source>系统不允许使用</source>
        <translation>not permitted by the system</translation>
    </message>
    <message>
        <source>经网关转送</source>
        <translation>Relayed by the gateway</translation>
    </message>
    <message>
        <source>经网关转送，只有画面</source>
        <translation>Relayed by the gateway, picture only</translation>
    </message>
    <message>
        <source>网络受限，经网关转送</source>
        <translation>Network restricted: relayed by the gateway</translation>
    </message>
    <message>
        <source>被其他程序占用</source>
        <translation>in use by another program</translation>
    </message>
    <message>
        <source>设备没有应答</source>
        <translation>device does not answer</translation>
    </message>
</context>
<context>
    <name>Calling</name>
    <message>
        <source>{0} {1}，可改打电话</source>
        <translation>{0} {1}: telephone instead</translation>
    </message>
    <message>
        <source>{0} 人没有登记手机，请打电话</source>
        <translation>{0} without an enrolled phone: telephone them</translation>
    </message>
    <message>
        <source>{0} 没有登记手机，改打电话</source>
        <translation>{0} has no enrolled phone: by telephone instead</translation>
    </message>
    <message>
        <source>{0} 视频呼入</source>
        <translation>Video call from {0}</translation>
    </message>
    <message>
        <source>外场链路未开启，改打电话</source>
        <translation>Field link not running: by telephone instead</translation>
    </message>
    <message>
        <source>已请 {0} 加入正在进行的通话</source>
        <translation>{0} asked into the call under way</translation>
    </message>
    <message>
        <source>录像写不进磁盘，已停止录像</source>
        <translation>Disk cannot be written: recording stopped</translation>
    </message>
    <message>
        <source>录像已存（{0} MB）</source>
        <translation>Recording kept ({0} MB)</translation>
    </message>
    <message>
        <source>截图已存到{0}</source>
        <translation>Snapshot kept with {0}</translation>
    </message>
    <message>
        <source>截图或录像没有存下：磁盘写不进</source>
        <translation>Snapshot or recording not kept: the disk cannot be written</translation>
    </message>
    <message>
        <source>所选人员没有登记手机，改打电话</source>
        <translation>None of those chosen has an enrolled phone: by telephone instead</translation>
    </message>
    <message>
        <source>指挥部</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>本次通话</source>
        <translation>this call</translation>
    </message>
</context>
<context>
    <name>ChainageStrip</name>
    <message>
        <source>{0}（数量待核）</source>
        <translation>{0} (counts to check)</translation>
    </message>
    <message>
        <source>按桩号展开的堤线</source>
        <translation>Levee line by chainage</translation>
    </message>
    <message>
        <source>没有坝岸台账，请在 系统·数据 导入</source>
        <translation>No register of spurs: import it under System · Data</translation>
    </message>
</context>
<context>
    <name>ChannelDesk</name>
    <message>
        <source>【测试】安澜席位渠道测试 {0}，收到请忽略。</source>
        <translation>[TEST] Anlan desk, channel test {0}; please ignore.</translation>
    </message>
    <message>
        <source>发送渠道已修改：{0}</source>
        <translation>Channel changed: {0}</translation>
    </message>
    <message>
        <source>发送渠道已移除：{0}</source>
        <translation>Channel removed: {0}</translation>
    </message>
    <message>
        <source>发送渠道测试：{0}</source>
        <translation>Channel tested: {0}</translation>
    </message>
    <message>
        <source>样例</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>这是发送渠道的样例，用来查看发出的格式。</source>
        <translation>A sample of the channel, to see the form in which it goes out.</translation>
    </message>
    <message>
        <source>钉钉 {0} 求助：{1}</source>
        <translation>DingTalk: {0} needs help: {1}</translation>
    </message>
</context>
<context>
    <name>ChannelFields</name>
    <message>
        <source>14 位数字</source>
        <translation>14 digits</translation>
    </message>
    <message>
        <source>@ 到人</source>
        <translation>@ people</translation>
    </message>
    <message>
        <source>AgentId</source>
        <translation>AgentId</translation>
    </message>
    <message>
        <source>AppKey</source>
        <translation>AppKey</translation>
    </message>
    <message>
        <source>AppKey（Client ID）</source>
        <translation>AppKey (Client ID)</translation>
    </message>
    <message>
        <source>AppSecret</source>
        <translation>AppSecret</translation>
    </message>
    <message>
        <source>CA 证书文件</source>
        <translation>CA certificate file</translation>
    </message>
    <message>
        <source>JSON 指针，例如 /code</source>
        <translation>JSON pointer, e.g. /code</translation>
    </message>
    <message>
        <source>JSON 指针，例如 /data/0/sid</source>
        <translation>JSON pointer, e.g. /data/0/sid</translation>
    </message>
    <message>
        <source>STARTTLS（常用 587）</source>
        <translation>STARTTLS (usually 587)</translation>
    </message>
    <message>
        <source>TCP 明文</source>
        <translation>TCP plain</translation>
    </message>
    <message>
        <source>TLS 加密</source>
        <translation>TLS encrypted</translation>
    </message>
    <message>
        <source>TLS（常用 465）</source>
        <translation>TLS (usually 465)</translation>
    </message>
    <message>
        <source>UDP 组播</source>
        <translation>UDP multicast</translation>
    </message>
    <message>
        <source>access_token</source>
        <translation>access_token</translation>
    </message>
    <message>
        <source>https://…/send?to={phone}</source>
        <translation>https://…/send?to={phone}</translation>
    </message>
    <message>
        <source>{phone} 手机号，{id} 人员编号，例如 {phone}@139.com</source>
        <translation>{phone} mobile number, {id} id of the person, e.g. {phone}@139.com</translation>
    </message>
    <message>
        <source>一次发多人</source>
        <translation>Many in one request</translation>
    </message>
    <message>
        <source>不加密（本机转发）</source>
        <translation>Unencrypted (local relay)</translation>
    </message>
    <message>
        <source>不大可能</source>
        <translation>Unlikely</translation>
    </message>
    <message>
        <source>个别人的地址</source>
        <translation>Addresses of single people</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>事件名称</source>
        <translation>Event name</translation>
    </message>
    <message>
        <source>事件编码</source>
        <translation>Event codes</translation>
    </message>
    <message>
        <source>代号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>令牌 {secret.token}</source>
        <translation>Token {secret.token}</translation>
    </message>
    <message>
        <source>传输</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>允许不加密</source>
        <translation>Allow unencrypted</translation>
    </message>
    <message>
        <source>允许组播（明文）</source>
        <translation>Allow multicast (plain)</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>公开程度</source>
        <translation>Scope of publication</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keyword</translation>
    </message>
    <message>
        <source>内部</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>加密</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>加签密钥</source>
        <translation>Signing secret</translation>
    </message>
    <message>
        <source>发件地址</source>
        <translation>Sender address</translation>
    </message>
    <message>
        <source>发布单位</source>
        <translation>Issuing office</translation>
    </message>
    <message>
        <source>发布单位编码</source>
        <translation>Issuing office code</translation>
    </message>
    <message>
        <source>发布手段</source>
        <translation>Means of issue</translation>
    </message>
    <message>
        <source>发布者名称</source>
        <translation>Sender name</translation>
    </message>
    <message>
        <source>发布者标识</source>
        <translation>Publisher id</translation>
    </message>
    <message>
        <source>只有本地预警中心书面确认样例后才能勾选</source>
        <translation>Tick only when the local warning centre has confirmed a sample in writing</translation>
    </message>
    <message>
        <source>只用于封闭的内部网络</source>
        <translation>Only for closed internal networks</translation>
    </message>
    <message>
        <source>可用 {phone} {text} {title} {name} {time} {link} {signature} {key}，密钥写 {secret.token}</source>
        <translation>May use {phone} {text} {title} {name} {time} {link} {signature} {key}; secrets as {secret.token}</translation>
    </message>
    <message>
        <source>可能</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>可重试的值</source>
        <translation>Values to try again</translation>
    </message>
    <message>
        <source>号码分隔符</source>
        <translation>Number separator</translation>
    </message>
    <message>
        <source>同一网络上人人可见</source>
        <translation>Seen by all on the same network</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>回执编号位置</source>
        <translation>Where the receipt id is</translation>
    </message>
    <message>
        <source>回查最长（秒）</source>
        <translation>Ask back at most (s)</translation>
    </message>
    <message>
        <source>回查间隔（秒）</source>
        <translation>Ask back every (s)</translation>
    </message>
    <message>
        <source>国家区号</source>
        <translation>Country code</translation>
    </message>
    <message>
        <source>客户端证书</source>
        <translation>Client certificate</translation>
    </message>
    <message>
        <source>密码 {secret.password}</source>
        <translation>Password {secret.password}</translation>
    </message>
    <message>
        <source>密钥</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>将来</source>
        <translation>Future</translation>
    </message>
    <message>
        <source>小写字母和数字，建后不改</source>
        <translation>Lower-case letters and digits, not changed later</translation>
    </message>
    <message>
        <source>已发生</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>应用 AK</source>
        <translation>App AK</translation>
    </message>
    <message>
        <source>应用 SK</source>
        <translation>App SK</translation>
    </message>
    <message>
        <source>很可能</source>
        <translation>Likely</translation>
    </message>
    <message>
        <source>成功标志位置</source>
        <translation>Where success is told</translation>
    </message>
    <message>
        <source>成功标志值</source>
        <translation>Value of success</translation>
    </message>
    <message>
        <source>接口网址</source>
        <translation>API address</translation>
    </message>
    <message>
        <source>接口路径</source>
        <translation>API path</translation>
    </message>
    <message>
        <source>接收位置</source>
        <translation>Receive positions</translation>
    </message>
    <message>
        <source>接收单位</source>
        <translation>Addressees</translation>
    </message>
    <message>
        <source>接收消息</source>
        <translation>Receive messages</translation>
    </message>
    <message>
        <source>收件地址写法</source>
        <translation>Form of addresses</translation>
    </message>
    <message>
        <source>文件名后缀</source>
        <translation>File name suffix</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>新版接口网址</source>
        <translation>New API address</translation>
    </message>
    <message>
        <source>方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>最多 @ 人数</source>
        <translation>Most @ in a message</translation>
    </message>
    <message>
        <source>服务器</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>本机 IP</source>
        <translation>IP of this machine</translation>
    </message>
    <message>
        <source>本机 MAC</source>
        <translation>MAC of this machine</translation>
    </message>
    <message>
        <source>机器人安全设置里的关键词</source>
        <translation>The keyword in the robot's security settings</translation>
    </message>
    <message>
        <source>正文格式</source>
        <translation>Body format</translation>
    </message>
    <message>
        <source>正文模板</source>
        <translation>Body template</translation>
    </message>
    <message>
        <source>每分钟最多条数</source>
        <translation>Most messages a minute</translation>
    </message>
    <message>
        <source>每批人数</source>
        <translation>People per batch</translation>
    </message>
    <message>
        <source>每次最多人数</source>
        <translation>Most people a request</translation>
    </message>
    <message>
        <source>每行一个</source>
        <translation>One a line</translation>
    </message>
    <message>
        <source>每行一个：体系=编码</source>
        <translation>One a line: system=code</translation>
    </message>
    <message>
        <source>每行一个：名称=值</source>
        <translation>One a line: name=value</translation>
    </message>
    <message>
        <source>每行一人：人员编号=地址</source>
        <translation>One person a line: id=address</translation>
    </message>
    <message>
        <source>求助、险情、报告开头的成为上报，其余记入日志</source>
        <translation>Those beginning with help, incident or report become reports, others go into the journal</translation>
    </message>
    <message>
        <source>演练专用</source>
        <translation>Drill only</translation>
    </message>
    <message>
        <source>用 Markdown 排版</source>
        <translation>Use Markdown</translation>
    </message>
    <message>
        <source>目录对外网址</source>
        <translation>Public address of feed</translation>
    </message>
    <message>
        <source>目录文件名</source>
        <translation>Feed file name</translation>
    </message>
    <message>
        <source>目录条数</source>
        <translation>Entries in feed</translation>
    </message>
    <message>
        <source>目的地不通向任何真实的人；演练和推演只从这样的渠道发出</source>
        <translation>The destination leads to no real person; drills and what-ifs go out by such channels only</translation>
    </message>
    <message>
        <source>短信签名</source>
        <translation>SMS signature</translation>
    </message>
    <message>
        <source>确定程度</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>私钥口令</source>
        <translation>Passphrase of key</translation>
    </message>
    <message>
        <source>私钥文件</source>
        <translation>Private key file</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>租户编号</source>
        <translation>Tenant id</translation>
    </message>
    <message>
        <source>立即</source>
        <translation>Immediate</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>等待拒绝（秒）</source>
        <translation>Wait for refusals (s)</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>签名密钥（HMAC）</source>
        <translation>Signing key (HMAC)</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>纯文本</source>
        <translation>Plain text</translation>
    </message>
    <message>
        <source>编号前缀</source>
        <translation>Id prefix</translation>
    </message>
    <message>
        <source>缺省纬度</source>
        <translation>Default latitude</translation>
    </message>
    <message>
        <source>缺省经度</source>
        <translation>Default longitude</translation>
    </message>
    <message>
        <source>网址模板</source>
        <translation>Address template</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>范围名称</source>
        <translation>Name of area</translation>
    </message>
    <message>
        <source>行政区划码</source>
        <translation>Admin. division code</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>证书上的名称</source>
        <translation>Name on certificate</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>说明网址</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>请求头</source>
        <translation>Request headers</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>账号 {secret.account}</source>
        <translation>Account {secret.account}</translation>
    </message>
    <message>
        <source>账号空间</source>
        <translation>Account space</translation>
    </message>
    <message>
        <source>超时（秒）</source>
        <translation>Timeout (s)</translation>
    </message>
    <message>
        <source>路径</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>过去</source>
        <translation>Past</translation>
    </message>
    <message>
        <source>邮件服务器</source>
        <translation>Mail server</translation>
    </message>
    <message>
        <source>邮箱密码或授权码</source>
        <translation>Mail password or app code</translation>
    </message>
    <message>
        <source>限制说明</source>
        <translation>Restriction</translation>
    </message>
    <message>
        <source>限定</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>预期</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>预警中心已确认样例</source>
        <translation>Sample confirmed by warning centre</translation>
    </message>
</context>
<context>
    <name>ChannelForm</name>
    <message>
        <source>{0}专用</source>
        <translation>{0} only</translation>
    </message>
    <message>
        <source>▸ 更多设置</source>
        <translation>▸ More settings</translation>
    </message>
    <message>
        <source>▾ 更多设置</source>
        <translation>▾ More settings</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存“{0}”</source>
        <translation>Save "{0}"</translation>
    </message>
    <message>
        <source>只有系统管理岗可以修改</source>
        <translation>Only an administrator can change this</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>放弃未保存的修改</source>
        <translation>Drop the unsaved changes</translation>
    </message>
    <message>
        <source>有未保存的修改</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Revert</translation>
    </message>
</context>
<context>
    <name>ChannelRows</name>
    <message>
        <source>{0} 人</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>{0}后再试</source>
        <translation>again in {0}</translation>
    </message>
    <message>
        <source>不可用：{0}</source>
        <translation>Not usable: {0}</translation>
    </message>
    <message>
        <source>今日 成/败</source>
        <translation>OK/failed</translation>
    </message>
    <message>
        <source>公众</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>叫应级</source>
        <translation>Rung</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Usable</translation>
    </message>
    <message>
        <source>失败 {0}：{1}</source>
        <translation>Failed {0}: {1}</translation>
    </message>
    <message>
        <source>已试</source>
        <translation>Tries</translation>
    </message>
    <message>
        <source>待 {0}</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>待发</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>成功 {0}</source>
        <translation>Sent {0}</translation>
    </message>
    <message>
        <source>接收人</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>撤回：{0}</source>
        <translation>Retraction: {0}</translation>
    </message>
    <message>
        <source>最近一次</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>未送出</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Used for</translation>
    </message>
    <message>
        <source>真实</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
</context>
<context>
    <name>ChannelsTab</name>
    <message>
        <source>代号“{0}”已经有了</source>
        <translation>There is already a channel "{0}"</translation>
    </message>
    <message>
        <source>保存时，原文件另存在旁边。</source>
        <translation>On saving, the former file is kept beside it.</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>发件箱 · 待发 {0} · 未送出 {1}</source>
        <translation>Outbox · {0} waiting · {1} failed</translation>
    </message>
    <message>
        <source>发件箱里没有待发的，也没有未送出的</source>
        <translation>Nothing waiting in the outbox and nothing failed</translation>
    </message>
    <message>
        <source>对方已接收</source>
        <translation>accepted by the other side</translation>
    </message>
    <message>
        <source>把未送出的再发一次；已应答的人不再打扰</source>
        <translation>Send the failed once more; those who answered are left alone</translation>
    </message>
    <message>
        <source>新渠道：{0}</source>
        <translation>New channel: {0}</translation>
    </message>
    <message>
        <source>没有保存：{0} {1}</source>
        <translation>Not saved: {0} {1}</translation>
    </message>
    <message>
        <source>没有发送：{0}</source>
        <translation>Not sent: {0}</translation>
    </message>
    <message>
        <source>测试失败：{0}</source>
        <translation>Test failed: {0}</translation>
    </message>
    <message>
        <source>测试已发出：{0}</source>
        <translation>Test sent: {0}</translation>
    </message>
    <message>
        <source>添加渠道(&amp;N)</source>
        <translation>&amp;New channel</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除“{0}”…</source>
        <translation>Remove "{0}"…</translation>
    </message>
    <message>
        <source>移除“{0}”，并忘记它的密钥。待发的推送将不再走这个渠道。</source>
        <translation>Remove "{0}" and forget its secrets. Waiting pushes will no longer take this channel.</translation>
    </message>
    <message>
        <source>移除渠道</source>
        <translation>Remove channel</translation>
    </message>
    <message>
        <source>还没有发送渠道；推送只能由席位、手机页面、电话、大喇叭和上门送达</source>
        <translation>No channels yet: pushes go by desk, phone page, telephone, loudspeaker and door only</translation>
    </message>
    <message>
        <source>选一个渠道查看设置，或添加渠道</source>
        <translation>Choose a channel to see its settings, or add one</translation>
    </message>
    <message>
        <source>重发 {0} 条</source>
        <translation>Resend {0}</translation>
    </message>
</context>
<context>
    <name>ChannelsWords</name>
    <message>
        <source>CA 证书文件读不了</source>
        <translation>CA certificate file cannot be read</translation>
    </message>
    <message>
        <source>CAP 预警文件</source>
        <translation>CAP warning file</translation>
    </message>
    <message>
        <source>GET 没有正文，也不能签名</source>
        <translation>GET has no body and cannot be signed</translation>
    </message>
    <message>
        <source>TAK 态势服务器</source>
        <translation>TAK server</translation>
    </message>
    <message>
        <source>一发出就已过期</source>
        <translation>Expired when sent</translation>
    </message>
    <message>
        <source>不加密时不能用密码</source>
        <translation>No password without encryption</translation>
    </message>
    <message>
        <source>不在可选之列</source>
        <translation>Not one of the choices</translation>
    </message>
    <message>
        <source>不是 JSON</source>
        <translation>Not JSON</translation>
    </message>
    <message>
        <source>不是数</source>
        <translation>Not a number</translation>
    </message>
    <message>
        <source>代号只用小写字母、数字、- 和 _</source>
        <translation>Ids are lower-case letters, digits, - and _ only</translation>
    </message>
    <message>
        <source>代号重复，后一个未采用</source>
        <translation>Id used twice; the second is left out</translation>
    </message>
    <message>
        <source>内容不合表单要求</source>
        <translation>Contents do not suit the form</translation>
    </message>
    <message>
        <source>写文件失败（{0}）</source>
        <translation>File not written ({0})</translation>
    </message>
    <message>
        <source>加密连接失败</source>
        <translation>Encrypted connection failed</translation>
    </message>
    <message>
        <source>加密连接被拒，查客户端证书</source>
        <translation>Encrypted connection refused; check the client certificate</translation>
    </message>
    <message>
        <source>发到一个群，不知道谁看过。机器人每分钟限 20 条。</source>
        <translation>Goes to a group; who has read it is not known. A robot may send 20 messages a minute.</translation>
    </message>
    <message>
        <source>号码不对</source>
        <translation>Wrong number</translation>
    </message>
    <message>
        <source>向公众：写出预警发布表单。格式未经预警中心确认，确认前一律标为测试。</source>
        <translation>To the public: writes the form for issuing a warning. Not confirmed by the warning centre; marked as a test until it is.</translation>
    </message>
    <message>
        <source>向公众：在文件夹写出 CAP 1.2 预警和 Atom 目录。</source>
        <translation>To the public: writes CAP 1.2 warnings and an Atom feed into a folder.</translation>
    </message>
    <message>
        <source>国家预警 12379 表单</source>
        <translation>National warning form 12379</translation>
    </message>
    <message>
        <source>在 TAK 上标出推送；可接收 TAK 上的位置，只显示不留存。</source>
        <translation>Marks pushes on TAK; can receive positions from TAK, shown but not kept.</translation>
    </message>
    <message>
        <source>填写的类型不对</source>
        <translation>Wrong type of value</translation>
    </message>
    <message>
        <source>太多</source>
        <translation>Too many</translation>
    </message>
    <message>
        <source>太大</source>
        <translation>Too large</translation>
    </message>
    <message>
        <source>太小</source>
        <translation>Too small</translation>
    </message>
    <message>
        <source>太长</source>
        <translation>Too long</translation>
    </message>
    <message>
        <source>密码里有不能用的字符</source>
        <translation>The password holds characters that cannot be used</translation>
    </message>
    <message>
        <source>密钥不能写在设置文件里</source>
        <translation>Secrets may not stand in the settings file</translation>
    </message>
    <message>
        <source>密钥箱口令不对</source>
        <translation>Wrong passphrase for the secret box</translation>
    </message>
    <message>
        <source>密钥箱打不开（{0}）</source>
        <translation>The secret box does not open ({0})</translation>
    </message>
    <message>
        <source>密钥箱的钥匙文件不见了</source>
        <translation>The key file of the secret box is missing</translation>
    </message>
    <message>
        <source>密钥箱要口令</source>
        <translation>The secret box needs its passphrase</translation>
    </message>
    <message>
        <source>对方不按协议应答</source>
        <translation>Answer breaks the protocol</translation>
    </message>
    <message>
        <source>对方不接受连接</source>
        <translation>Connection not accepted</translation>
    </message>
    <message>
        <source>对方应答 HTTP {0}</source>
        <translation>Answered HTTP {0}</translation>
    </message>
    <message>
        <source>对方拒收</source>
        <translation>Refused by the other side</translation>
    </message>
    <message>
        <source>对方拒收（{0}）</source>
        <translation>Refused by the other side ({0})</translation>
    </message>
    <message>
        <source>对方无回音，其余的稍后再发</source>
        <translation>No answer; the rest is sent later</translation>
    </message>
    <message>
        <source>对方要求重连</source>
        <translation>Asked to connect again</translation>
    </message>
    <message>
        <source>对方证书不可信</source>
        <translation>Certificate of the other side not trusted</translation>
    </message>
    <message>
        <source>对方转到别的网址，未跟随</source>
        <translation>Sent on to another address, not followed</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>已发到群</source>
        <translation>Sent to the group</translation>
    </message>
    <message>
        <source>已接收，送达未确认</source>
        <translation>Accepted, delivery unconfirmed</translation>
    </message>
    <message>
        <source>已读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>已送达，未读</source>
        <translation>Delivered, unread</translation>
    </message>
    <message>
        <source>平台不让送达</source>
        <translation>Delivery blocked by the platform</translation>
    </message>
    <message>
        <source>平台已接收</source>
        <translation>Accepted by the platform</translation>
    </message>
    <message>
        <source>平台说没有送到</source>
        <translation>Not delivered, says the platform</translation>
    </message>
    <message>
        <source>平台错误码 {0}</source>
        <translation>Platform error {0}</translation>
    </message>
    <message>
        <source>应用没有这项权限</source>
        <translation>The app lacks this right</translation>
    </message>
    <message>
        <source>应答不完整</source>
        <translation>Answer incomplete</translation>
    </message>
    <message>
        <source>应答读不懂</source>
        <translation>Answer cannot be read</translation>
    </message>
    <message>
        <source>应答过长</source>
        <translation>Answer too long</translation>
    </message>
    <message>
        <source>引用了没有的密钥</source>
        <translation>Names a secret that is not there</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>找不到要撤回或更新的前一条</source>
        <translation>The message to retract or update is not found</translation>
    </message>
    <message>
        <source>按公开文档实现，尚未用真实账号核对；启用前先试填、再向本人测试。</source>
        <translation>Written from public documents, not yet tried with a real account; do a dry run and a test to yourself first.</translation>
    </message>
    <message>
        <source>按手机号找到本单位的人，逐人发送并回查结果；可接收发给机器人的消息。</source>
        <translation>Finds people of the organisation by mobile number, sends to each and asks back; can receive messages to the robot.</translation>
    </message>
    <message>
        <source>按短信服务商的接口写模板；也可作通用网络回调。</source>
        <translation>A template after the SMS provider's API; also serves as a webhook.</translation>
    </message>
    <message>
        <source>接收：在线</source>
        <translation>Receiving: online</translation>
    </message>
    <message>
        <source>接收：已停</source>
        <translation>Receiving: stopped</translation>
    </message>
    <message>
        <source>接收：断开，稍后重连</source>
        <translation>Receiving: cut off, connecting again later</translation>
    </message>
    <message>
        <source>接收：正在连接</source>
        <translation>Receiving: connecting</translation>
    </message>
    <message>
        <source>推演、演练或回放中不测试</source>
        <translation>No tests in a what-if, drill or replay</translation>
    </message>
    <message>
        <source>收件人互不可见；经加密连接发送。</source>
        <translation>Recipients do not see each other; sent over an encrypted connection.</translation>
    </message>
    <message>
        <source>政务钉钉</source>
        <translation>Government DingTalk</translation>
    </message>
    <message>
        <source>政务钉钉（含郑政钉）：网址、租户和密钥由平台方提供。</source>
        <translation>Government DingTalk (with Zhejiang's): address, tenant and keys come from the platform.</translation>
    </message>
    <message>
        <source>文件不存在</source>
        <translation>No such file</translation>
    </message>
    <message>
        <source>文件夹不在，或共享未挂上</source>
        <translation>Folder missing, or share not mounted</translation>
    </message>
    <message>
        <source>文件夹不存在</source>
        <translation>No such folder</translation>
    </message>
    <message>
        <source>有不是渠道的内容</source>
        <translation>There is something that is no channel</translation>
    </message>
    <message>
        <source>未加密的连接不允许</source>
        <translation>Unencrypted connections are not allowed</translation>
    </message>
    <message>
        <source>未加密的连接须先允许</source>
        <translation>An unencrypted connection must be allowed first</translation>
    </message>
    <message>
        <source>本机地址不在机器人白名单</source>
        <translation>This machine is not on the robot's white list</translation>
    </message>
    <message>
        <source>本机时间与对方相差过大</source>
        <translation>Clocks here and there differ too much</translation>
    </message>
    <message>
        <source>机器人已被停用</source>
        <translation>The robot was disabled</translation>
    </message>
    <message>
        <source>格式不对</source>
        <translation>Wrong format</translation>
    </message>
    <message>
        <source>模板或设置互相矛盾</source>
        <translation>Template or settings contradict each other</translation>
    </message>
    <message>
        <source>此人今天已到上限</source>
        <translation>This person's limit for today is reached</translation>
    </message>
    <message>
        <source>此前已送达</source>
        <translation>Delivered before</translation>
    </message>
    <message>
        <source>没有写文件夹的权限</source>
        <translation>No right to write the folder</translation>
    </message>
    <message>
        <source>没有写明接收单位</source>
        <translation>No addressee given</translation>
    </message>
    <message>
        <source>没有写明限制范围</source>
        <translation>No restriction given</translation>
    </message>
    <message>
        <source>没有这一项</source>
        <translation>No such entry</translation>
    </message>
    <message>
        <source>没有这种渠道</source>
        <translation>No such kind of channel</translation>
    </message>
    <message>
        <source>没有预警等级，不能填表</source>
        <translation>No warning level, the form cannot be filled</translation>
    </message>
    <message>
        <source>渠道未启用</source>
        <translation>Channel not in use</translation>
    </message>
    <message>
        <source>电子邮件</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>短信网关（HTTP）</source>
        <translation>SMS gateway (HTTP)</translation>
    </message>
    <message>
        <source>磁盘只读</source>
        <translation>Disk is read-only</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <source>磁盘已满，密钥未存</source>
        <translation>Disk full, secret not kept</translation>
    </message>
    <message>
        <source>签名不对，查密钥</source>
        <translation>Wrong signature, check the secret</translation>
    </message>
    <message>
        <source>系统密钥环已锁</source>
        <translation>The system keyring is locked</translation>
    </message>
    <message>
        <source>组播是明文，须先允许</source>
        <translation>Multicast is plain: allow it first</translation>
    </message>
    <message>
        <source>经纬度颠倒</source>
        <translation>Latitude and longitude swapped</translation>
    </message>
    <message>
        <source>缺密钥</source>
        <translation>Secret missing</translation>
    </message>
    <message>
        <source>缺机器人要求的关键词</source>
        <translation>The keyword the robot wants is missing</translation>
    </message>
    <message>
        <source>网址不对</source>
        <translation>Wrong address</translation>
    </message>
    <message>
        <source>设置文件</source>
        <translation>settings file</translation>
    </message>
    <message>
        <source>设置文件读不懂</source>
        <translation>The settings file cannot be read</translation>
    </message>
    <message>
        <source>设置无法读写</source>
        <translation>Settings cannot be read or written</translation>
    </message>
    <message>
        <source>访问凭据被拒</source>
        <translation>Credentials refused</translation>
    </message>
    <message>
        <source>证书文件读不了</source>
        <translation>Certificate file cannot be read</translation>
    </message>
    <message>
        <source>账号已不存在</source>
        <translation>The account no longer exists</translation>
    </message>
    <message>
        <source>这个代号席位自用</source>
        <translation>This id is used by the desk itself</translation>
    </message>
    <message>
        <source>连不上</source>
        <translation>Cannot be reached</translation>
    </message>
    <message>
        <source>连接中断</source>
        <translation>Connection lost</translation>
    </message>
    <message>
        <source>连接已关</source>
        <translation>Connection closed</translation>
    </message>
    <message>
        <source>邮件服务器不支持加密</source>
        <translation>The mail server offers no encryption</translation>
    </message>
    <message>
        <source>邮件服务器：{0}</source>
        <translation>Mail server: {0}</translation>
    </message>
    <message>
        <source>邮箱账号或密码不对</source>
        <translation>Wrong mail account or password</translation>
    </message>
    <message>
        <source>钉钉工作通知</source>
        <translation>DingTalk work notification</translation>
    </message>
    <message>
        <source>钉钉群机器人</source>
        <translation>DingTalk group robot</translation>
    </message>
    <message>
        <source>钉钉错误码 {0}</source>
        <translation>DingTalk error {0}</translation>
    </message>
    <message>
        <source>预警范围在国境之外</source>
        <translation>The warning area lies outside the country</translation>
    </message>
    <message>
        <source>预警范围画得不对</source>
        <translation>The warning area is drawn wrongly</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>{0} = {1} − 路上 {2} 分 − 动身 {3} 分</source>
        <translation>{0} = {1} − {2} min travel − {3} min to start</translation>
    </message>
    <message>
        <source>{0} m³/s</source>
        <translation>{0} m³/s</translation>
    </message>
    <message>
        <source>{0} 中较早者</source>
        <translation>earlier of ({0})</translation>
    </message>
    <message>
        <source>{0} 到水，最深 {1} m</source>
        <translation>water at {0}, deepest {1} m</translation>
    </message>
    <message>
        <source>{0} 推算</source>
        <translation>reckoned {0}</translation>
    </message>
    <message>
        <source>{0} 起过深</source>
        <translation>too deep from {0}</translation>
    </message>
    <message>
        <source>{0}，{1} 分</source>
        <translation>{0}, {1} min</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Mismatch</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>出路</source>
        <translation>Way out</translation>
    </message>
    <message>
        <source>台账 {0} m³/s 上水，此图不淹</source>
        <translation>Register: floods at {0} m³/s; dry in this map</translation>
    </message>
    <message>
        <source>台账 {0} m³/s 上水，此图已淹</source>
        <translation>Register: floods at {0} m³/s; flooded in this map</translation>
    </message>
    <message>
        <source>幅度</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>应在 {0} 前出发</source>
        <translation>leave before {0}</translation>
    </message>
    <message>
        <source>按滩别 {0} m³/s 上水，此图不淹</source>
        <translation>Terrace floods at {0} m³/s; dry in this map</translation>
    </message>
    <message>
        <source>按滩别 {0} m³/s 上水，此图已淹</source>
        <translation>Terrace floods at {0} m³/s; flooded in this map</translation>
    </message>
    <message>
        <source>推演 {0} m³/s</source>
        <translation>What-if {0} m³/s</translation>
    </message>
    <message>
        <source>断路</source>
        <translation>Road cut</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>最后安全出发</source>
        <translation>Last safe departure</translation>
    </message>
    <message>
        <source>此处水情不明</source>
        <translation>Water here unknown</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>水深误差 ±{0:.2f} m</source>
        <translation>depth error ±{0:.2f} m</translation>
    </message>
    <message>
        <source>没有公路可走</source>
        <translation>no road out</translation>
    </message>
    <message>
        <source>没有公路可走，无法算出出发时限</source>
        <translation>No road out: no departure time can be given</translation>
    </message>
    <message>
        <source>没有时限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>沿途有水情不明的路段</source>
        <translation>part of the way is unknown</translation>
    </message>
    <message>
        <source>算法</source>
        <translation>Worked out</translation>
    </message>
    <message>
        <source>自身不淹</source>
        <translation>stays dry</translation>
    </message>
    <message>
        <source>，淹 {0:.0f} 小时</source>
        <translation>, wet {0:.0f} h</translation>
    </message>
    <message>
        <source>：自身不淹而被困</source>
        <translation>: dry itself but trapped</translation>
    </message>
</context>
<context>
    <name>ClockColumns</name>
    <message>
        <source>{0} · 沿途不明</source>
        <translation>{0} · way not all known</translation>
    </message>
    <message>
        <source>不淹，路断</source>
        <translation>dry, cut off</translation>
    </message>
    <message>
        <source>出路</source>
        <translation>Way out</translation>
    </message>
    <message>
        <source>到水</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>最后安全出发</source>
        <translation>Last safe departure</translation>
    </message>
    <message>
        <source>水深 m</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>路上 + 动身 分</source>
        <translation>Travel + start min</translation>
    </message>
    <message>
        <source>路断</source>
        <translation>Cut off</translation>
    </message>
</context>
<context>
    <name>ClockControl</name>
    <message>
        <source>已暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>暂停演示时钟（Ctrl+空格）</source>
        <translation>Pause the demonstration clock (Ctrl+Space)</translation>
    </message>
    <message>
        <source>演示时钟的速度：每秒走过的秒数</source>
        <translation>Speed of the demonstration clock: seconds a second</translation>
    </message>
    <message>
        <source>继续演示时钟（Ctrl+空格）</source>
        <translation>Resume the demonstration clock (Ctrl+Space)</translation>
    </message>
</context>
<context>
    <name>ClockTab</name>
    <message>
        <source>切换到真实时间</source>
        <translation>Switch to real time</translation>
    </message>
    <message>
        <source>回到演示时钟</source>
        <translation>Back to the demonstration clock</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>演示时钟 {0:,}×</source>
        <translation>Demonstration clock {0:,}×</translation>
    </message>
    <message>
        <source>演示时钟 已暂停</source>
        <translation>Demonstration clock paused</translation>
    </message>
    <message>
        <source>演示时钟按倍率回放 2020 年 6–7 月实测洪水，供熟悉操作。切换到真实时间后不再回放，水情须由人工录入或接口报送。</source>
        <translation>The demonstration clock replays the observed flood of June–July 2020 to learn the desk. In real time nothing is replayed: readings are entered by hand or come by a link.</translation>
    </message>
    <message>
        <source>演示时钟走或停</source>
        <translation>Run or stop the demonstration clock</translation>
    </message>
    <message>
        <source>真实时间</source>
        <translation>Real time</translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>{0} · 公路仍通到 {1}</source>
        <translation>{0} · road open until {1}</translation>
    </message>
    <message>
        <source>{0} · 路通到 {1}</source>
        <translation>{0} · road {1}</translation>
    </message>
    <message>
        <source>{0} 到水</source>
        <translation>water at {0}</translation>
    </message>
    <message>
        <source>{0} 天 {1}</source>
        <translation>{0} d {1}</translation>
    </message>
    <message>
        <source>{0} 路断</source>
        <translation>road cut at {0}</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>不明 {0}</source>
        <translation>Unknown {0}</translation>
    </message>
    <message>
        <source>不淹</source>
        <translation>Not flooded</translation>
    </message>
    <message>
        <source>乘船</source>
        <translation>by boat</translation>
    </message>
    <message>
        <source>乘车</source>
        <translation>by car</translation>
    </message>
    <message>
        <source>偏大流量时 {0}，偏小流量时 {1}</source>
        <translation>high flow {0}, low flow {1}</translation>
    </message>
    <message>
        <source>农用车</source>
        <translation>farm vehicle</translation>
    </message>
    <message>
        <source>出路上有水情不明的路段</source>
        <translation>part of the way out is unknown</translation>
    </message>
    <message>
        <source>台账不符 {0}</source>
        <translation>mismatch {0}</translation>
    </message>
    <message>
        <source>台账会上水</source>
        <translation>register: floods</translation>
    </message>
    <message>
        <source>已撤离</source>
        <translation>Evacuated</translation>
    </message>
    <message>
        <source>已撤离 {0}</source>
        <translation>Out {0}</translation>
    </message>
    <message>
        <source>已过 {0}</source>
        <translation>{0} late</translation>
    </message>
    <message>
        <source>待撤 {0}</source>
        <translation>To leave {0}</translation>
    </message>
    <message>
        <source>待撤离</source>
        <translation>To leave</translation>
    </message>
    <message>
        <source>无时限</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>最后安全出发 {0}：{1}</source>
        <translation>Last safe departure {0}: {1}</translation>
    </message>
    <message>
        <source>步行</source>
        <translation>on foot</translation>
    </message>
    <message>
        <source>没有公路可走</source>
        <translation>no road out</translation>
    </message>
    <message>
        <source>派船 {0}</source>
        <translation>Boat {0}</translation>
    </message>
    <message>
        <source>派船接应</source>
        <translation>Send boat</translation>
    </message>
    <message>
        <source>流量偏大、偏小时均为 {0}</source>
        <translation>{0} at high and low flow</translation>
    </message>
    <message>
        <source>立即撤离</source>
        <translation>Leave now</translation>
    </message>
    <message>
        <source>立即撤离 · {0}</source>
        <translation>Now · {0}</translation>
    </message>
    <message>
        <source>自身不淹，{0} 路断</source>
        <translation>stays dry, road cut at {0}</translation>
    </message>
    <message>
        <source>自身不淹，路断</source>
        <translation>dry, road cut</translation>
    </message>
    <message>
        <source>路上 {0} 分（{1}），动身 {2} 分，去 {3}</source>
        <translation>{0} min travel ({1}), {2} min to start, to {3}</translation>
    </message>
    <message>
        <source>路已断 · 派船</source>
        <translation>Cut off · boat</translation>
    </message>
    <message>
        <source>还有 {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>需立即 {0}</source>
        <translation>Go now {0}</translation>
    </message>
</context>
<context>
    <name>CloseForm</name>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>办结：附处置后照片，与处置前 {0} 张对照</source>
        <translation>Close with photos after, beside the {0} before</translation>
    </message>
    <message>
        <source>可拖入照片；没有也能办结</source>
        <translation>Photos may be dropped here; can be closed without</translation>
    </message>
    <message>
        <source>后</source>
        <translation>after</translation>
    </message>
    <message>
        <source>处置后照片…</source>
        <translation>P&amp;hotos after…</translation>
    </message>
    <message>
        <source>如何处置、谁复核（必填）</source>
        <translation>How it was dealt with, who checked (required)</translation>
    </message>
    <message>
        <source>已附 {0} 张</source>
        <translation>{0} attached</translation>
    </message>
    <message>
        <source>正在存入 {0} 张…</source>
        <translation>Keeping photos ({0})…</translation>
    </message>
    <message>
        <source>照片 (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>选取处置后照片</source>
        <translation>Choose photos taken after</translation>
    </message>
    <message>
        <source>选取照片，也可以拖到这里（Alt+H）</source>
        <translation>Choose photos, or drop them here (Alt+H)</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>{0}级</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>上水 亩</source>
        <translation>Wet mu</translation>
    </message>
    <message>
        <source>二滩</source>
        <translation>Mid</translation>
    </message>
    <message>
        <source>人</source>
        <translation>Pers.</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Chg</translation>
    </message>
    <message>
        <source>嫩滩</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>实况 {0}</source>
        <translation>Live {0}</translation>
    </message>
    <message>
        <source>户</source>
        <translation>Gr.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>缺人</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>缺料（前三）</source>
        <translation>Stock short (first 3)</translation>
    </message>
    <message>
        <source>重点人员</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>高滩</source>
        <translation>High</translation>
    </message>
</context>
<context>
    <name>CompareWorkspace</name>
    <message>
        <source>{0} → {1} m³/s：多 {2} 亩、{3} 人</source>
        <translation>{0} → {1} m³/s: {2} mu and {3} people more</translation>
    </message>
    <message>
        <source>上水面积与人数</source>
        <translation>Flooded area and people</translation>
    </message>
    <message>
        <source>两级差别</source>
        <translation>Difference of two flows</translation>
    </message>
    <message>
        <source>全席位按选中流量推演，不影响实况（Enter）</source>
        <translation>The whole desk previews the chosen flow; live untouched (Enter)</translation>
    </message>
    <message>
        <source>加一个流量</source>
        <translation>Add flow</translation>
    </message>
    <message>
        <source>并列比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>把左边的流量加进对比表（Enter）</source>
        <translation>Add the flow at left to the table (Enter)</translation>
    </message>
    <message>
        <source>推演此流量</source>
        <translation>What-if at this flow</translation>
    </message>
    <message>
        <source>本表按各地块登记的上水流量推算，属设定；模型算出的水面见“淹没推演”。</source>
        <translation>Worked out from the flow registered for each plot: assumed. For modelled water see "Inundation".</translation>
    </message>
    <message>
        <source>正在推算各级流量…</source>
        <translation>Working out the flows…</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除选中的自加流量（Delete）</source>
        <translation>Remove the chosen flow you added (Delete)</translation>
    </message>
    <message>
        <source>要比较的流量</source>
        <translation>Flow to compare</translation>
    </message>
    <message>
        <source>选两行，在下方列出两个流量之间的差别（Alt+B）</source>
        <translation>Choose two rows: the difference of the two flows is listed below (Alt+B)</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>{0} 缺{1}</source>
        <translation>{0} missing {1}</translation>
    </message>
    <message>
        <source>{0}种植户</source>
        <translation>Growers, {0}</translation>
    </message>
    <message>
        <source>{0}种植户和迁安户</source>
        <translation>Growers and households of {0}</translation>
    </message>
    <message>
        <source>“{0}”未应答的人</source>
        <translation>Not answered "{0}"</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部网格人员</source>
        <translation>All grid workers</translation>
    </message>
    <message>
        <source>包保干部 {0}</source>
        <translation>Guardians {0}</translation>
    </message>
    <message>
        <source>圈选 {0} 人/队</source>
        <translation>{0} selected on the map</translation>
    </message>
    <message>
        <source>地图圈选范围内的人</source>
        <translation>People within the area on the map</translation>
    </message>
    <message>
        <source>岗位 {0}</source>
        <translation>Role {0}</translation>
    </message>
    <message>
        <source>当前流量上水范围</source>
        <translation>Flooded area at this flow</translation>
    </message>
    <message>
        <source>未联络</source>
        <translation>No contact yet</translation>
    </message>
    <message>
        <source>特殊人群户 {0}</source>
        <translation>Special-needs households {0}</translation>
    </message>
    <message>
        <source>种植户 {0}</source>
        <translation>Growers {0}</translation>
    </message>
    <message>
        <source>网格 {0}</source>
        <translation>Grid {0}</translation>
    </message>
    <message>
        <source>迁安户 {0}</source>
        <translation>Households {0}</translation>
    </message>
    <message>
        <source>重点人员 {0}</source>
        <translation>Key people {0}</translation>
    </message>
</context>
<context>
    <name>ControlWindow</name>
    <message>
        <source>安澜 · 导调台【演练】</source>
        <translation>Anlan · exercise control [EXERCISE]</translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>与原值相同</source>
        <translation>Same as before</translation>
    </message>
    <message>
        <source>原值 {0}，{1}。原值留在记录中，此后自动报汛不再覆盖这一时刻。</source>
        <translation>Was {0}, {1}. The old value stays on record; automatic readings no longer overwrite this time.</translation>
    </message>
    <message>
        <source>如：大沽</source>
        <translation>e.g. Dagu</translation>
    </message>
    <message>
        <source>如：电话核对，报汛员误读</source>
        <translation>e.g. checked by telephone, observer misread</translation>
    </message>
    <message>
        <source>更正报汛</source>
        <translation>Amend reading</translation>
    </message>
    <message>
        <source>水位 m · 基面</source>
        <translation>Stage m · datum</translation>
    </message>
    <message>
        <source>水位须注明基面</source>
        <translation>A stage needs its datum</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>须有流量或水位</source>
        <translation>Flow or stage needed</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>24 小时内无手机巡查记录</source>
        <translation>No phone patrol within 24 h</translation>
    </message>
    <message>
        <source>{0} 已 {1}未巡</source>
        <translation>{0} not patrolled for {1}</translation>
    </message>
    <message>
        <source>{0} 无巡查记录</source>
        <translation>{0} without a patrol record</translation>
    </message>
    <message>
        <source>{0}，另 {1} 处</source>
        <translation>{0}, and {1} more</translation>
    </message>
    <message>
        <source>就近巡防队</source>
        <translation>Nearest patrol squad</translation>
    </message>
    <message>
        <source>最近巡过</source>
        <translation>Last patrolled</translation>
    </message>
    <message>
        <source>桩号</source>
        <translation>Chainage</translation>
    </message>
    <message>
        <source>正在巡</source>
        <translation>Patrolling</translation>
    </message>
    <message>
        <source>没有队伍</source>
        <translation>No squad</translation>
    </message>
    <message>
        <source>漏巡</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>责任段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>距起点 {0:.0f}–{1:.0f} 米</source>
        <translation>{0:.0f}–{1:.0f} m from start</translation>
    </message>
    <message>
        <source>间隔内已巡</source>
        <translation>In interval</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>{0} 天</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} 年</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 年最大 {1:,.0f} m³/s（{2}）</source>
        <translation>Max of {0}: {1:,.0f} m³/s ({2})</translation>
    </message>
    <message>
        <source>不对比</source>
        <translation>No comparison</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>对比历史洪水</source>
        <translation>Compare with a past flood</translation>
    </message>
    <message>
        <source>对比方式</source>
        <translation>Compare by</translation>
    </message>
    <message>
        <source>把上游过程线移到到达花园口的时间（Alt+T）</source>
        <translation>Shift upstream hydrographs to their arrival at Huayuankou (Alt+T)</translation>
    </message>
    <message>
        <source>按传播时间对齐(&amp;T)</source>
        <translation>Align by &amp;travel time</translation>
    </message>
    <message>
        <source>按日期</source>
        <translation>By date</translation>
    </message>
    <message>
        <source>按洪峰</source>
        <translation>By peak</translation>
    </message>
    <message>
        <source>水位</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>没有 {0} {1} 年的数据：在“录入与导入”页导入水情序列</source>
        <translation>No data of {0} for {1}: import a series under entry and import</translation>
    </message>
    <message>
        <source>洪峰对齐，推后 {0} 天</source>
        <translation>peaks aligned, {0} d later</translation>
    </message>
    <message>
        <source>洪峰对齐，提前 {0} 天</source>
        <translation>peaks aligned, {0} d earlier</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>{0:.1f} h 到水</source>
        <translation>water at {0:.1f} h</translation>
    </message>
    <message>
        <source>{0:.1f} h 到水（{1:.1f}–{2:.1f}）</source>
        <translation>water at {0:.1f} h ({1:.1f}–{2:.1f})</translation>
    </message>
    <message>
        <source>{0}，最深 {1:.2f} m</source>
        <translation>{0}, deepest {1:.2f} m</translation>
    </message>
    <message>
        <source>不上水</source>
        <translation>not flooded</translation>
    </message>
    <message>
        <source>地面 {0} m（{1}）</source>
        <translation>Ground {0} m ({1})</translation>
    </message>
    <message>
        <source>时间轴</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>最深 {0:.2f} m</source>
        <translation>deepest {0:.2f} m</translation>
    </message>
    <message>
        <source>水深 m</source>
        <translation>Depth m</translation>
    </message>
    <message>
        <source>点地图上任一处，看那里的水深过程</source>
        <translation>Click anywhere on the map to see the depth there over time</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除选中的测点</source>
        <translation>Remove the chosen place</translation>
    </message>
    <message>
        <source>这一点在模型范围以外</source>
        <translation>This place is outside the model</translation>
    </message>
</context>
<context>
    <name>DataTab</name>
    <message>
        <source>。现用户没有“{0}”权限，只能查看和导出</source>
        <translation>. The user lacks the right "{0}": view and export only</translation>
    </message>
    <message>
        <source>严格：有一行不合格就整表不收(&amp;S)</source>
        <translation>&amp;Strict: one bad row refuses the table</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Coordinates</translation>
    </message>
    <message>
        <source>坐标系(&amp;F)</source>
        <translation>Coordinate &amp;frame</translation>
    </message>
    <message>
        <source>填报模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>填报模板…</source>
        <translation>Template…</translation>
    </message>
    <message>
        <source>导入{0}</source>
        <translation>Import {0}</translation>
    </message>
    <message>
        <source>导入后，被拒收的行逐行列在这里</source>
        <translation>After an import, refused rows are listed here</translation>
    </message>
    <message>
        <source>导入并整表替换…</source>
        <translation>Import, replacing all…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export register</translation>
    </message>
    <message>
        <source>未能读入：{0}</source>
        <translation>Not read: {0}</translation>
    </message>
    <message>
        <source>没有拒收的行</source>
        <translation>No rows refused</translation>
    </message>
    <message>
        <source>现有 {0} 行</source>
        <translation>{0} rows</translation>
    </message>
    <message>
        <source>读入 xlsx、csv 或 GeoJSON，一次替换整张台账</source>
        <translation>Reads xlsx, csv or GeoJSON and replaces the whole register at once</translation>
    </message>
    <message>
        <source>，演示数据，导入本地台账即替换</source>
        <translation>, demo data until a local register is imported</translation>
    </message>
</context>
<context>
    <name>DecisionBox</name>
    <message>
        <source>{0} {1} 决定</source>
        <translation>Decided by {0}, {1}</translation>
    </message>
    <message>
        <source>作出决定</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>决定人</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>决定人键入口令后作出决定（Ctrl+回车）；作出后表决截止</source>
        <translation>Decided with the passphrase of who decides (Ctrl+Enter); this closes the poll</translation>
    </message>
    <message>
        <source>决定内容（必填）：谁、何时前、做什么</source>
        <translation>Decision (required): who does what, by when</translation>
    </message>
    <message>
        <source>决定：{0}</source>
        <translation>Decide: {0}</translation>
    </message>
    <message>
        <source>口令不对，没有作出决定。请决定人本人键入。</source>
        <translation>Wrong passphrase; nothing decided. Who decides must type it.</translation>
    </message>
    <message>
        <source>口令不对，没有签字。请签字人本人键入。</source>
        <translation>Wrong passphrase; not signed. The signer must type it.</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由（必填）</source>
        <translation>Reason (required)</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>签字(&amp;S)</source>
        <translation>&amp;Sign</translation>
    </message>
    <message>
        <source>签字人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>签字人键入口令后签字（Alt+S）</source>
        <translation>Sign with the signer's passphrase (Alt+S)</translation>
    </message>
    <message>
        <source>签字：{0}</source>
        <translation>Signed: {0}</translation>
    </message>
    <message>
        <source>结束会商，形成纪要(&amp;E)</source>
        <translation>&amp;End, make minutes</translation>
    </message>
    <message>
        <source>结束后内容锁定，随即起草会商纪要（Alt+E）</source>
        <translation>Ending locks the record and drafts the minutes (Alt+E)</translation>
    </message>
    <message>
        <source>请写明决定内容</source>
        <translation>Write the decision in words</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>请选定执行、不执行或暂缓</source>
        <translation>Choose proceed, reject or defer</translation>
    </message>
    <message>
        <source>还没有人签字</source>
        <translation>Nobody has signed yet</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>停用</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>停用 {0} 部手机</source>
        <translation>Revoke the phones ({0})</translation>
    </message>
    <message>
        <source>停用{0}的“{1}”</source>
        <translation>Revoke "{1}" of {0}</translation>
    </message>
    <message>
        <source>停用理由</source>
        <translation>Why revoked</translation>
    </message>
    <message>
        <source>停用理由，例如：手机遗失、调离、换机</source>
        <translation>Why revoked, e.g. phone lost, person moved, new phone</translation>
    </message>
    <message>
        <source>停用立即生效，不能恢复：手机上存的内容在它下次联网时清空，要再用须重新登记。</source>
        <translation>Takes effect at once, for good: what is on the phone is wiped when it next connects; to use it again, enrol anew.</translation>
    </message>
    <message>
        <source>先选手机，再写理由</source>
        <translation>Choose phones first, then give the reason</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>按人员、手机名找</source>
        <translation>Find by person, phone</translation>
    </message>
    <message>
        <source>没有这样的手机</source>
        <translation>No such phone</translation>
    </message>
    <message>
        <source>登记的手机</source>
        <translation>Enrolled phones</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>还没有登记手机。开放接入后，选人生成登记码，让他扫一下。</source>
        <translation>No phones enrolled yet. Open access, choose a person, make a code and let them scan it.</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>不再受淹</source>
        <translation>No longer flooded</translation>
    </message>
    <message>
        <source>中位推迟 {0:.0f} 分</source>
        <translation>median {0:.0f} min later</translation>
    </message>
    <message>
        <source>中位提前 {0:.0f} 分</source>
        <translation>median {0:.0f} min earlier</translation>
    </message>
    <message>
        <source>到达</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>加上方案B，这里列出两方案之差</source>
        <translation>Add scenario B: the difference of the two is listed here</translation>
    </message>
    <message>
        <source>多淹 {0:.2f} km²，少淹 {1:.2f} km²</source>
        <translation>{0:.2f} km² more, {1:.2f} km² less</translation>
    </message>
    <message>
        <source>平均 {0:+.2f} m，最大 {1:+.2f} m</source>
        <translation>mean {0:+.2f} m, most {1:+.2f} m</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>方案B 没有新增受影响对象</source>
        <translation>Scenario B affects nothing more</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>水深</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>看最大处</source>
        <translation>Go to the greatest</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Extent</translation>
    </message>
</context>
<context>
    <name>Dispatch</name>
    <message>
        <source>{0}（责任）</source>
        <translation>{0} (in charge)</translation>
    </message>
    <message>
        <source>下令</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>不在岗 · {0}</source>
        <translation>Off duty · {0}</translation>
    </message>
    <message>
        <source>人员 / 队伍</source>
        <translation>Person / squad</translation>
    </message>
    <message>
        <source>全部收到</source>
        <translation>All acknowledged</translation>
    </message>
    <message>
        <source>只追未叫应 {0} 人</source>
        <translation>Chase {0}</translation>
    </message>
    <message>
        <source>复核 {0} 人…</source>
        <translation>Approve for {0}…</translation>
    </message>
    <message>
        <source>待叫应 {0} 人</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>打开叫应台账</source>
        <translation>Open the receipt ladder</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Ack.</translation>
    </message>
    <message>
        <source>未叫应</source>
        <translation>N/R</translation>
    </message>
    <message>
        <source>末次联络</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>给{0}下令（F6）</source>
        <translation>Order to {0} (F6)</translation>
    </message>
    <message>
        <source>给{0}打电话（F4）</source>
        <translation>Phone {0} (F4)</translation>
    </message>
    <message>
        <source>职务 / 编成</source>
        <translation>Post / strength</translation>
    </message>
    <message>
        <source>距离</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>逐个打电话，已收到的不再打扰</source>
        <translation>Phone one after another; those who acknowledged are left alone</translation>
    </message>
</context>
<context>
    <name>DispatchPanel</name>
    <message>
        <source>{0} · Ctrl+K 找人</source>
        <translation>{0} · Ctrl+K to find</translation>
    </message>
    <message>
        <source>全部 {0} 支队伍 · 缺编 {1} 支</source>
        <translation>{0} squads · {1} under strength</translation>
    </message>
    <message>
        <source>只能给网格人员或队伍下令；可打电话通知本人</source>
        <translation>Orders go to grid staff or squads only; this person can be phoned</translation>
    </message>
    <message>
        <source>回到随所选对象显示</source>
        <translation>Follow the selected object again</translation>
    </message>
    <message>
        <source>圈选 {0} 人/队</source>
        <translation>{0} selected on the map</translation>
    </message>
    <message>
        <source>快捷调度</source>
        <translation>Quick dispatch</translation>
    </message>
    <message>
        <source>推送…</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>放下圈选</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>没有登记的责任人，附近也没有可调度的队伍</source>
        <translation>No person in charge registered and no squad nearby</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll-call</translation>
    </message>
    <message>
        <source>移到另一块屏幕</source>
        <translation>Move to another screen</translation>
    </message>
    <message>
        <source>给所选人员写推送（Ctrl+P）</source>
        <translation>Write a push to those chosen (Ctrl+P)</translation>
    </message>
    <message>
        <source>给所选的人和队伍点名（F3）</source>
        <translation>Roll-call of the chosen people and squads (F3)</translation>
    </message>
    <message>
        <source>给所选的队伍开平安计时（Shift+F3）</source>
        <translation>Start a welfare timer for the chosen squad (Shift+F3)</translation>
    </message>
    <message>
        <source>群呼 {0}</source>
        <translation>Call {0}</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>视频呼叫所选的人；手机不在线的转电话（F5）</source>
        <translation>Video call those chosen; phones offline are telephoned (F5)</translation>
    </message>
    <message>
        <source>计时</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>还没有推送。选好人员或直接按 Ctrl+P 写一条。</source>
        <translation>No push yet. Choose people, or press Ctrl+P to write one.</translation>
    </message>
    <message>
        <source>还没有队伍。导入队伍台账，或在地图上圈选，或按 Ctrl+K 找人。</source>
        <translation>No squads yet. Import the register of squads, lasso on the map, or press Ctrl+K.</translation>
    </message>
    <message>
        <source>选中：{0} · 附近 {1} 支队伍</source>
        <translation>{0} · {1} squads nearby</translation>
    </message>
    <message>
        <source>逐个打电话并登记结果（Shift+F4）</source>
        <translation>Phone one after another and log the outcome (Shift+F4)</translation>
    </message>
</context>
<context>
    <name>Drill</name>
    <message>
        <source>{0} 小时，按 {1}× 播放约 {2} 分钟</source>
        <translation>{0} h; about {2} min at {1}×</translation>
    </message>
    <message>
        <source>{0}，用 {1} 分钟</source>
        <translation>{0}, took {1} min</translation>
    </message>
    <message>
        <source>“{0}”下发 {1} 分钟仍未处置</source>
        <translation>“{0}” unanswered {1} min after firing</translation>
    </message>
    <message>
        <source>“{0}”下发 {1} 分钟后</source>
        <translation>{1} min after “{0}”</translation>
    </message>
    <message>
        <source>“{0}”已处置</source>
        <translation>“{0}” answered</translation>
    </message>
    <message>
        <source>下发</source>
        <translation>Fired</translation>
    </message>
    <message>
        <source>到时</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>到时 {0}，达条件 {1}，手动 {2}</source>
        <translation>by time {0}, by condition {1}, by hand {2}</translation>
    </message>
    <message>
        <source>响应达 {0}</source>
        <translation>response at {0}</translation>
    </message>
    <message>
        <source>在时限内</source>
        <translation>Within limit</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已扣发</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>应做 {0} 件</source>
        <translation>{0} actions due</translation>
    </message>
    <message>
        <source>开始（机器时间）</source>
        <translation>Real start</translation>
    </message>
    <message>
        <source>待导调下发</source>
        <translation>For control</translation>
    </message>
    <message>
        <source>待改</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Inject</translation>
    </message>
    <message>
        <source>情况 {0} 件</source>
        <translation>{0} injects</translation>
    </message>
    <message>
        <source>情况数</source>
        <translation>Injects</translation>
    </message>
    <message>
        <source>想定</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>想定时间</source>
        <translation>Scenario time</translation>
    </message>
    <message>
        <source>手动</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未做</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>If …</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>花园口洪峰</source>
        <translation>Peak at Huayuankou</translation>
    </message>
    <message>
        <source>花园口流量达 {0} m³/s</source>
        <translation>Huayuankou flow at {0} m³/s</translation>
    </message>
    <message>
        <source>超时完成</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>限 {0} 分钟</source>
        <translation>within {0} min</translation>
    </message>
</context>
<context>
    <name>DrillControl</name>
    <message>
        <source>+1 时</source>
        <translation>+1 h</translation>
    </message>
    <message>
        <source>+10 分</source>
        <translation>+10 min</translation>
    </message>
    <message>
        <source>下发此情况</source>
        <translation>Fire this inject</translation>
    </message>
    <message>
        <source>以他人名义发话</source>
        <translation>Speak as somebody</translation>
    </message>
    <message>
        <source>以谁的名义</source>
        <translation>Speak as</translation>
    </message>
    <message>
        <source>以谁的名义：单位、岗位或姓名</source>
        <translation>Speak as: office, role or name</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>到下一条</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>发出</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>发话</source>
        <translation>Says</translation>
    </message>
    <message>
        <source>后面没有定时情况了</source>
        <translation>No timed injects left</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>对外发送</source>
        <translation>Sent outside</translation>
    </message>
    <message>
        <source>导调台 · 演练控制，不对参演席位显示</source>
        <translation>Exercise control · not shown to the players</translation>
    </message>
    <message>
        <source>已下发</source>
        <translation>Fired</translation>
    </message>
    <message>
        <source>已扣发</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>情景构造</source>
        <translation>Constructed</translation>
    </message>
    <message>
        <source>想定已走完，请结束演练</source>
        <translation>Scenario played out: please end the drill</translation>
    </message>
    <message>
        <source>所说内容</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>所说内容，会记入来文来电并以【演练】标明</source>
        <translation>What is said; logged among the messages with the exercise mark</translation>
    </message>
    <message>
        <source>扣发</source>
        <translation>Withhold</translation>
    </message>
    <message>
        <source>扣发理由</source>
        <translation>Reason for withholding</translation>
    </message>
    <message>
        <source>拦下 {0} 条，实际对外 {1} 条</source>
        <translation>{0} held back, {1} really sent</translation>
    </message>
    <message>
        <source>据实测</source>
        <translation>As observed</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>暂停中</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>未下发</source>
        <translation>To fire</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>If …</translation>
    </message>
    <message>
        <source>来文方式</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>没有这样的情况</source>
        <translation>No such injects</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>演练停在此刻，之后只能复盘</source>
        <translation>The drill stops here; afterwards it can only be assessed</translation>
    </message>
    <message>
        <source>演练时钟倍率</source>
        <translation>Speed of the drill clock</translation>
    </message>
    <message>
        <source>演练时间跳过 1 小时，其间的情况照发</source>
        <translation>Skip 1 h of drill time; injects within it still fire</translation>
    </message>
    <message>
        <source>演练时间跳过 10 分钟，其间的情况照发</source>
        <translation>Skip 10 min of drill time; injects within it still fire</translation>
    </message>
    <message>
        <source>由脚本扮演的席位</source>
        <translation>Roles played by script</translation>
    </message>
    <message>
        <source>立即发给参演席位（Ctrl+Return）</source>
        <translation>Fire to the players now (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>第 {0} / 共 {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>结束原因</source>
        <translation>Reason for ending</translation>
    </message>
    <message>
        <source>结束演练</source>
        <translation>End the drill</translation>
    </message>
    <message>
        <source>脚本不扮演</source>
        <translation>Script plays nobody</translation>
    </message>
    <message>
        <source>脚本扮演一线</source>
        <translation>Script plays the field</translation>
    </message>
    <message>
        <source>脚本扮演全部</source>
        <translation>Script plays everybody</translation>
    </message>
    <message>
        <source>超时与未做</source>
        <translation>Late, missed</translation>
    </message>
    <message>
        <source>跳到下一条定时情况</source>
        <translation>Jump to the next timed inject</translation>
    </message>
    <message>
        <source>这条已于 {0} 下发，不能再下发或扣发；另选一条</source>
        <translation>Fired at {0}; cannot be fired or withheld again: choose another</translation>
    </message>
    <message>
        <source>这条已于 {0} 扣发，仍可下发</source>
        <translation>Withheld at {0}; can still be fired</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>选一条情况看内容</source>
        <translation>Choose an inject to read it</translation>
    </message>
</context>
<context>
    <name>DrillDesk</name>
    <message>
        <source>想定读不出，演练不能进行：{0}</source>
        <translation>The scenario cannot be read, the drill cannot go on: {0}</translation>
    </message>
</context>
<context>
    <name>DrillOffice</name>
    <message>
        <source>Word 文档 (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <source>不删</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>删除演练“{0}”（{1}）？其日志和文件一并删除。</source>
        <translation>Delete drill “{0}” ({1})? Its journal and files go with it.</translation>
    </message>
    <message>
        <source>删除这次演练</source>
        <translation>Delete this drill</translation>
    </message>
    <message>
        <source>存演练评估报告</source>
        <translation>Save the drill assessment</translation>
    </message>
    <message>
        <source>已存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>已离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>已结束（另一桌面）</source>
        <translation>Ended (other desk)</translation>
    </message>
    <message>
        <source>情景构造</source>
        <translation>Constructed</translation>
    </message>
    <message>
        <source>据实测</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>本台</source>
        <translation>This desk</translation>
    </message>
    <message>
        <source>正在准备演练：{0}…</source>
        <translation>Preparing drill: {0} …</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening …</translation>
    </message>
    <message>
        <source>正在按日志评估：{0}…</source>
        <translation>Assessing from the journal: {0} …</translation>
    </message>
    <message>
        <source>没有做成（{0}）：{1}</source>
        <translation>Not done ({0}): {1}</translation>
    </message>
    <message>
        <source>没有删除：{0}</source>
        <translation>Not deleted: {0}</translation>
    </message>
    <message>
        <source>没有删除：另一桌面正在进行这次演练</source>
        <translation>Not deleted: another desk is running this drill</translation>
    </message>
    <message>
        <source>演练桌面正在打开，实况桌面照常值守</source>
        <translation>The drill desk is opening; the live desk keeps its watch</translation>
    </message>
    <message>
        <source>演练桌面没有打开</source>
        <translation>The drill desk did not open</translation>
    </message>
    <message>
        <source>演练评估-{0}.docx</source>
        <translation>drill-assessment-{0}.docx</translation>
    </message>
    <message>
        <source>进行中（另一桌面）</source>
        <translation>Running (other desk)</translation>
    </message>
    <message>
        <source>随程序</source>
        <translation>Shipped</translation>
    </message>
</context>
<context>
    <name>DrillOutline</name>
    <message>
        <source>文本改好后，这里是想定的概要</source>
        <translation>Once the text is mended, the outline stands here</translation>
    </message>
    <message>
        <source>演练目标</source>
        <translation>Goals</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>“{0}”的修改还没有存：先存，或放弃修改，再看别的</source>
        <translation>Changes to “{0}” are not saved: save or drop them first</translation>
    </message>
    <message>
        <source>一场演练正在打开</source>
        <translation>A drill is opening</translation>
    </message>
    <message>
        <source>修改存了以后才能开始</source>
        <translation>Save the changes to start</translation>
    </message>
    <message>
        <source>做过的演练</source>
        <translation>Drills held</translation>
    </message>
    <message>
        <source>关闭演练桌面；实况桌面一直开着，不受影响</source>
        <translation>Close the drill desk; the live desk has stayed open and is not touched</translation>
    </message>
    <message>
        <source>删除所选演练</source>
        <translation>Delete chosen drill</translation>
    </message>
    <message>
        <source>口令不对，导调台没有打开</source>
        <translation>Wrong passphrase; exercise control not opened</translation>
    </message>
    <message>
        <source>回到所存的文本</source>
        <translation>Back to the saved text</translation>
    </message>
    <message>
        <source>存为本台想定</source>
        <translation>Save as own scenario</translation>
    </message>
    <message>
        <source>存在本台的 scenarios 文件夹，随程序的想定不改</source>
        <translation>Saved in this desk's scenarios folder; the shipped one stays as it is</translation>
    </message>
    <message>
        <source>导调人员</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>导调台是另一个窗口，只给演练控制人员看</source>
        <translation>Exercise control is another window, for the controllers only</translation>
    </message>
    <message>
        <source>已存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>开始演练</source>
        <translation>Start drill</translation>
    </message>
    <message>
        <source>开始演练：{0}</source>
        <translation>Start drill: {0}</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>情景构造</source>
        <translation>Constructed</translation>
    </message>
    <message>
        <source>想定</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>想定文本</source>
        <translation>Scenario text</translation>
    </message>
    <message>
        <source>想定时间</source>
        <translation>Scenario time</translation>
    </message>
    <message>
        <source>打开导调台</source>
        <translation>Exercise control</translation>
    </message>
    <message>
        <source>据实测</source>
        <translation>As observed</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Drop changes</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>文本（待改 {0}）</source>
        <translation>Text ({0} faults)</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>检查通过：没有要改的</source>
        <translation>Checked: nothing to mend</translation>
    </message>
    <message>
        <source>概要</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>没有想定文件</source>
        <translation>No scenario files</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>演练在另一个桌面、另一个库中进行：同样的界面，通道拒绝一切真实收件人，所有文字带【演练】。</source>
        <translation>A drill runs on a desk and in a store of its own: the same screens; channels refuse every real recipient; all text carries [EXERCISE].</translation>
    </message>
    <message>
        <source>演练评估报告…</source>
        <translation>Assessment…</translation>
    </message>
    <message>
        <source>目标 {0}</source>
        <translation>Goal {0}</translation>
    </message>
    <message>
        <source>继续所选演练</source>
        <translation>Continue chosen drill</translation>
    </message>
    <message>
        <source>还没有做过演练</source>
        <translation>No drills held yet</translation>
    </message>
    <message>
        <source>退出演练</source>
        <translation>Leave the drill</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起表单，已填内容保留（Esc）</source>
        <translation>Close the form; what was typed is kept (Esc)</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>{0} 个</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 次</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>{0}：将跨越触发值，待第二人复核</source>
        <translation>{0}: crosses a threshold, awaits second check</translation>
    </message>
    <message>
        <source>{0}：已录入</source>
        <translation>{0}: entered</translation>
    </message>
    <message>
        <source>人工报汛</source>
        <translation>Manual reading</translation>
    </message>
    <message>
        <source>已更正的报汛</source>
        <translation>Amended readings</translation>
    </message>
    <message>
        <source>待第二人复核</source>
        <translation>Awaiting second check</translation>
    </message>
    <message>
        <source>没有更正过的报汛；在“实时水情”选中一次报汛按 Ctrl+E 更正</source>
        <translation>No amended readings; choose a reading under Live and press Ctrl+E</translation>
    </message>
</context>
<context>
    <name>EvidenceEntry</name>
    <message>
        <source>凭证（可不填）</source>
        <translation>Evidence (optional)</translation>
    </message>
    <message>
        <source>已附 {0} 个文件：{1}</source>
        <translation>{0} files attached: {1}</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>数量凭证</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>文字凭证</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>文字说明，如“双签单编号 0123”</source>
        <translation>Text, e.g. "double-signed slip no. 0123"</translation>
    </message>
    <message>
        <source>照片 (*.jpg *.jpeg *.png *.heic *.webp)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.heic *.webp)</translation>
    </message>
    <message>
        <source>照片或文件(&amp;P)…</source>
        <translation>&amp;Photo or file…</translation>
    </message>
    <message>
        <source>选取照片或文件</source>
        <translation>Choose photos or files</translation>
    </message>
    <message>
        <source>选取照片或文件，也可以拖到这里（Alt+P）</source>
        <translation>Choose photos or files, or drop them here (Alt+P)</translation>
    </message>
    <message>
        <source>须附凭证：{0}</source>
        <translation>Evidence required: {0}</translation>
    </message>
</context>
<context>
    <name>ExposedList</name>
    <message>
        <source>受影响对象，按撤离时限排序</source>
        <translation>Affected objects by time left to leave</translation>
    </message>
    <message>
        <source>选定方案后，这里按撤离时限列出受影响的人和物</source>
        <translation>Choose a scenario: affected people and things are listed here by time left to leave</translation>
    </message>
</context>
<context>
    <name>ExposureChart</name>
    <message>
        <source>{0} m³/s：{1} 亩，{2} 人</source>
        <translation>{0} m³/s: {1} mu, {2} people</translation>
    </message>
    <message>
        <source>上水面积随流量变化</source>
        <translation>Flooded area by flow</translation>
    </message>
    <message>
        <source>上：上水面积（亩）　下：受影响人数　横轴：花园口流量 m³/s，竖线为流量级</source>
        <translation>Above: flooded area (mu)   Below: people affected   Across: Huayuankou flow m³/s; vertical lines are tiers</translation>
    </message>
    <message>
        <source>受影响人数随流量变化</source>
        <translation>People affected by flow</translation>
    </message>
</context>
<context>
    <name>FactsColumn</name>
    <message>
        <source>会商已结束，不再比较</source>
        <translation>Briefing ended: no longer compared</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>冻结于 {0} · 第 {1} 步</source>
        <translation>Frozen {0} · step {1}</translation>
    </message>
    <message>
        <source>冻结后变化</source>
        <translation>Changed since</translation>
    </message>
    <message>
        <source>冻结后没有变化</source>
        <translation>No change since</translation>
    </message>
    <message>
        <source>冻结的情况</source>
        <translation>Frozen situation</translation>
    </message>
    <message>
        <source>正在取回当时的情况…</source>
        <translation>Fetching the situation of then …</translation>
    </message>
</context>
<context>
    <name>FeedWords</name>
    <message>
        <source>{0:.0f} MB，最大 {1:.0f} MB</source>
        <translation>{0:.0f} MB, at most {1:.0f} MB</translation>
    </message>
    <message>
        <source>不是数据库文件</source>
        <translation>Not a database file</translation>
    </message>
    <message>
        <source>不认识的数据库类型</source>
        <translation>Unknown kind of database</translation>
    </message>
    <message>
        <source>传到一半中断</source>
        <translation>Broken off midway</translation>
    </message>
    <message>
        <source>内容不是 JSON</source>
        <translation>Content is not JSON</translation>
    </message>
    <message>
        <source>内容不是表格</source>
        <translation>Content is not a table</translation>
    </message>
    <message>
        <source>内容嵌套过深</source>
        <translation>Nested too deep</translation>
    </message>
    <message>
        <source>内容是空的</source>
        <translation>Content is empty</translation>
    </message>
    <message>
        <source>内容种类不对</source>
        <translation>Wrong kind of content</translation>
    </message>
    <message>
        <source>内容过大</source>
        <translation>Content too large</translation>
    </message>
    <message>
        <source>写入本台失败，稍后重取</source>
        <translation>Not kept here, will be fetched again</translation>
    </message>
    <message>
        <source>压缩内容异常</source>
        <translation>Bad compressed content</translation>
    </message>
    <message>
        <source>口令读不出</source>
        <translation>Password cannot be read</translation>
    </message>
    <message>
        <source>另有 {0} 个文件</source>
        <translation>{0} more files</translation>
    </message>
    <message>
        <source>地址不对</source>
        <translation>Address wrong</translation>
    </message>
    <message>
        <source>对方拒绝</source>
        <translation>Refused by the other side</translation>
    </message>
    <message>
        <source>对方要求转到别处，未跟去</source>
        <translation>Redirected elsewhere, not followed</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>接收服务出错，已记入日志</source>
        <translation>Receiver failed, logged</translation>
    </message>
    <message>
        <source>数值不对</source>
        <translation>Bad value</translation>
    </message>
    <message>
        <source>数据库忙</source>
        <translation>Database busy</translation>
    </message>
    <message>
        <source>文件被拒收</source>
        <translation>File refused</translation>
    </message>
    <message>
        <source>有故障</source>
        <translation>Faulty</translation>
    </message>
    <message>
        <source>没有可用的行</source>
        <translation>No usable rows</translation>
    </message>
    <message>
        <source>没有填口令</source>
        <translation>No password given</translation>
    </message>
    <message>
        <source>没有开始接收</source>
        <translation>Not receiving</translation>
    </message>
    <message>
        <source>没有读取权限</source>
        <translation>No permission to read</translation>
    </message>
    <message>
        <source>没有这个文件</source>
        <translation>There is no such file</translation>
    </message>
    <message>
        <source>没有这个文件夹</source>
        <translation>No such folder</translation>
    </message>
    <message>
        <source>用户名或口令不对</source>
        <translation>Wrong user or password</translation>
    </message>
    <message>
        <source>程序出错，已记入日志</source>
        <translation>Program error, logged</translation>
    </message>
    <message>
        <source>端口被占用</source>
        <translation>Port in use</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>Row {0}</translation>
    </message>
    <message>
        <source>编码读不懂</source>
        <translation>Encoding not understood</translation>
    </message>
    <message>
        <source>缺少所需的列</source>
        <translation>Needed column missing</translation>
    </message>
    <message>
        <source>缺少数据库驱动</source>
        <translation>Database driver missing</translation>
    </message>
    <message>
        <source>行数过多</source>
        <translation>Too many rows</translation>
    </message>
    <message>
        <source>证书不可信</source>
        <translation>Certificate not trusted</translation>
    </message>
    <message>
        <source>证书文件不对</source>
        <translation>Certificate file wrong</translation>
    </message>
    <message>
        <source>读不懂</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>读取失败</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>超时未答</source>
        <translation>No answer in time</translation>
    </message>
    <message>
        <source>转址过多</source>
        <translation>Too many redirects</translation>
    </message>
    <message>
        <source>返回的是网页，可能要登录</source>
        <translation>A web page came back; a login may be needed</translation>
    </message>
    <message>
        <source>连不上</source>
        <translation>Cannot be reached</translation>
    </message>
    <message>
        <source>连接中断</source>
        <translation>Connection lost</translation>
    </message>
</context>
<context>
    <name>FeedsTab</name>
    <message>
        <source>0 为不开</source>
        <translation>0: off</translation>
    </message>
    <message>
        <source>0 为只供本机演示</source>
        <translation>0: demonstration on this machine only</translation>
    </message>
    <message>
        <source>TOML，每个网址一段</source>
        <translation>TOML, a section per address</translation>
    </message>
    <message>
        <source>允许的测站网段(&amp;N)</source>
        <translation>Allowed station &amp;networks</translation>
    </message>
    <message>
        <source>名称=…；多个以英文分号分隔</source>
        <translation>name=…; several parted by semicolons</translation>
    </message>
    <message>
        <source>外单位水情库(&amp;B)</source>
        <translation>Outside data&amp;bases</translation>
    </message>
    <message>
        <source>文件夹查看间隔（秒）(&amp;I)</source>
        <translation>Folder &amp;interval (s)</translation>
    </message>
    <message>
        <source>水情库查询间隔（秒）(&amp;Q)</source>
        <translation>Database &amp;query interval (s)</translation>
    </message>
    <message>
        <source>监视的报汛文件夹(&amp;F)</source>
        <translation>Watched &amp;folders</translation>
    </message>
    <message>
        <source>省防办=postgresql://…；口令存入系统钥匙串</source>
        <translation>province=postgresql://…; the password goes to the system keyring</translation>
    </message>
    <message>
        <source>空为只限本机；0.0.0.0 为各网口</source>
        <translation>Empty: this machine only; 0.0.0.0: every interface</translation>
    </message>
    <message>
        <source>网上取数模板文件(&amp;P)</source>
        <translation>Web tem&amp;plate file</translation>
    </message>
    <message>
        <source>观测序列保留天数(&amp;D)</source>
        <translation>&amp;Days of readings kept</translation>
    </message>
    <message>
        <source>遥测接收地址(&amp;A)</source>
        <translation>Telemetry &amp;address</translation>
    </message>
    <message>
        <source>遥测端口（TCP）(&amp;T)</source>
        <translation>&amp;Telemetry port (TCP)</translation>
    </message>
    <message>
        <source>遥测端口（UDP）(&amp;U)</source>
        <translation>Telemetry port (&amp;UDP)</translation>
    </message>
    <message>
        <source>重新启动后生效。各来源的状况在“水情—数据源”；来源不一致时并列显示，不取平均。</source>
        <translation>Takes effect after a restart. State of the sources: River, Sources; where they differ both are shown, never a mean.</translation>
    </message>
</context>
<context>
    <name>FieldDesk</name>
    <message>
        <source>花园口镇防汛指挥部</source>
        <translation>Huayuankou Town Flood HQ</translation>
    </message>
    <message>
        <source>镇防汛办</source>
        <translation>Town flood office</translation>
    </message>
</context>
<context>
    <name>FieldInput</name>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>FieldLink</name>
    <message>
        <source>本人在手机上退出</source>
        <translation>Signed off by the person on the phone</translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>四乱案件编号</source>
        <translation>Number of illegal-use case</translation>
    </message>
    <message>
        <source>归件：同一处险情的后续报告归入险情；四乱问题归入案件</source>
        <translation>File: later reports of an incident go with it; illegal use goes to its case</translation>
    </message>
    <message>
        <source>归入案件</source>
        <translation>File under case</translation>
    </message>
    <message>
        <source>归入险情</source>
        <translation>File under incident</translation>
    </message>
    <message>
        <source>归入险情…</source>
        <translation>File under incident…</translation>
    </message>
    <message>
        <source>或填四乱案件编号</source>
        <translation>or the number of an illegal-use case</translation>
    </message>
    <message>
        <source>没有未销号的险情</source>
        <translation>No open incidents</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>↑↓ 选择 · Enter 选中并定位 · Ctrl+Enter 打电话（加 Shift 视频） · Esc 收起</source>
        <translation>↑↓ choose · Enter select and locate · Ctrl+Enter telephone (Shift: video) · Esc close</translation>
    </message>
    <message>
        <source>副职</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>副职 {0}</source>
        <translation>Deputy {0}</translation>
    </message>
    <message>
        <source>包保 {0}</source>
        <translation>Guardian {0}</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>找人</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>找人、队伍、网格、任务：姓名 · 拼音首字母 · 电话 · 岗位 · 网格</source>
        <translation>Find people, squads, grids, tasks: name · pinyin · phone · role · grid</translation>
    </message>
    <message>
        <source>没有找到“{0}”。可输姓名、拼音首字母、电话末几位、岗位或网格。</source>
        <translation>"{0}" not found. Try a name, pinyin initials, last digits of a phone, a role or a grid.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>FloodNotes</name>
    <message>
        <source>{0} 成图，{1:g} m 网格</source>
        <translation>made {0}, {1:g} m cells</translation>
    </message>
    <message>
        <source>内插误差 ±{0:.0f} cm（留出 {1} m³/s 直算比对）</source>
        <translation>interpolation error ±{0:.0f} cm (left-out run at {1} m³/s)</translation>
    </message>
    <message>
        <source>方案库不含 {0} m³/s，按 {1} m³/s 显示</source>
        <translation>Library has no {0} m³/s: shown at {1} m³/s</translation>
    </message>
</context>
<context>
    <name>FlowBlock</name>
    <message>
        <source>{0} 报，已过时</source>
        <translation>{0}, stale</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>实况 {0}</source>
        <translation>Live {0}</translation>
    </message>
    <message>
        <source>推演流量</source>
        <translation>What-if flow</translation>
    </message>
    <message>
        <source>水位 · {0}</source>
        <translation>Stage · {0}</translation>
    </message>
    <message>
        <source>花园口 m³/s</source>
        <translation>Huayuankou m³/s</translation>
    </message>
</context>
<context>
    <name>ForecastForm</name>
    <message>
        <source>出现时间</source>
        <translation>Time of occurrence</translation>
    </message>
    <message>
        <source>出现时间须在现在之后 7 天以内</source>
        <translation>Must lie within 7 days from now</translation>
    </message>
    <message>
        <source>如：黄委水文局 第 12 期预报</source>
        <translation>e.g. YRCC Hydrology Bureau, bulletin 12</translation>
    </message>
    <message>
        <source>录入预报</source>
        <translation>Enter forecast</translation>
    </message>
    <message>
        <source>按预报 {0} m³/s，现行建议将由{1}降为{2}</source>
        <translation>forecast {0} m³/s would lower the suggestion from {1} to {2}</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>确实是 {0} m³/s，录入</source>
        <translation>It is {0} m³/s: enter</translation>
    </message>
    <message>
        <source>请核对：{0}。</source>
        <translation>Please check: {0}.</translation>
    </message>
    <message>
        <source>须有流量和来源（发布单位、期号）</source>
        <translation>Flow and source (office, bulletin no.) needed</translation>
    </message>
    <message>
        <source>预报 {0} m³/s 将使“预见期内达 {1} m³/s”的报警解除</source>
        <translation>forecast {0} m³/s would end the alarm “{1} m³/s within the forecast period”</translation>
    </message>
    <message>
        <source>预报 {0} m³/s，低于花园口常见的 {1} m³/s</source>
        <translation>forecast {0} m³/s is below the usual {1} m³/s at Huayuankou</translation>
    </message>
    <message>
        <source>预报 {0} m³/s，现实测 {1} m³/s，相差悬殊</source>
        <translation>forecast {0} m³/s is far from the observed {1} m³/s</translation>
    </message>
</context>
<context>
    <name>ForecastPage</name>
    <message>
        <source>{0} 制作 · {1}</source>
        <translation>made {0} · {1}</translation>
    </message>
    <message>
        <source>{0} 项不如持平，不宜采用</source>
        <translation>{0} worse than persistence: not to be used</translation>
    </message>
    <message>
        <source>{0}（同时刻本台 {1}）</source>
        <translation>{0} (desk then {1})</translation>
    </message>
    <message>
        <source>下游到达</source>
        <translation>Arrival below</translation>
    </message>
    <message>
        <source>以官方预报为准</source>
        <translation>The official forecast holds</translation>
    </message>
    <message>
        <source>到各级阈值（本台）</source>
        <translation>To each threshold (desk)</translation>
    </message>
    <message>
        <source>官方值低于本台范围</source>
        <translation>official below the desk band</translation>
    </message>
    <message>
        <source>官方值在本台范围之内</source>
        <translation>official within the desk band</translation>
    </message>
    <message>
        <source>官方值高于本台范围</source>
        <translation>official above the desk band</translation>
    </message>
    <message>
        <source>官方预报已过时（{0} 的值，该时刻已过）</source>
        <translation>Official forecast is past (it was for {0})</translation>
    </message>
    <message>
        <source>官方：{0} m³/s，{1}（{2}，{3} 录入）</source>
        <translation>Official: {0} m³/s, {1} ({2}, entered {3})</translation>
    </message>
    <message>
        <source>收到官方预报请在“水情监测”按 F7 录入；录入后以官方为准。</source>
        <translation>Enter an official forecast with F7 under "River"; it then holds.</translation>
    </message>
    <message>
        <source>本台预报（带：{0:.0%}）</source>
        <translation>Desk forecast (band {0:.0%})</translation>
    </message>
    <message>
        <source>本台：{0}；历次预报约 {1:.0%} 的实况落在带内；未经会商，仅供参考</source>
        <translation>Desk: {0}; about {1:.0%} of past observations fell within the band; not consulted, for reference only</translation>
    </message>
    <message>
        <source>没有官方预报</source>
        <translation>No official forecast</translation>
    </message>
    <message>
        <source>没有花园口流量，或下游站没有登记传播时间</source>
        <translation>No Huayuankou flow, or no travel times of stations below</translation>
    </message>
    <message>
        <source>没有预报</source>
        <translation>No forecast</translation>
    </message>
    <message>
        <source>花园口流量预报</source>
        <translation>Huayuankou flow forecast</translation>
    </message>
    <message>
        <source>资料用到 {0}</source>
        <translation>data to {0}</translation>
    </message>
    <message>
        <source>还没有可评定的预报：预报到期、实况到后逐次评定</source>
        <translation>No forecast to verify yet: each is verified once due and observed</translation>
    </message>
    <message>
        <source>还没有本台预报：需要花园口与上游站的连续报汛</source>
        <translation>No desk forecast yet: needs continuous readings of Huayuankou and upstream stations</translation>
    </message>
    <message>
        <source>逐时效预报（本台）m³/s</source>
        <translation>Desk forecast by lead, m³/s</translation>
    </message>
    <message>
        <source>预报检验</source>
        <translation>Verification</translation>
    </message>
</context>
<context>
    <name>FrameRows</name>
    <message>
        <source>{0} 包合并</source>
        <translation>{0} packets merged</translation>
    </message>
    <message>
        <source>{0} 帧</source>
        <translation>{0} frames</translation>
    </message>
    <message>
        <source>{0} 帧有误</source>
        <translation>{0} in error</translation>
    </message>
    <message>
        <source>不是十六进制：“{0}”</source>
        <translation>Not hexadecimal: "{0}"</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>bad</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>功能码</source>
        <translation>Function code</translation>
    </message>
    <message>
        <source>十六进制位数是单数</source>
        <translation>Odd number of hex digits</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>原字节</source>
        <translation>Raw bytes</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>字节</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>校验</source>
        <translation>CRC</translation>
    </message>
    <message>
        <source>符</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>第 {0}/{1} 包</source>
        <translation>Packet {0}/{1}</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>遥测站</source>
        <translation>Telemetry stn</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>{0} 不是时间</source>
        <translation>{0} is not a time</translation>
    </message>
    <message>
        <source>{0} 字节</source>
        <translation>{0} bytes</translation>
    </message>
    <message>
        <source>{0}，正文 {1} 字节</source>
        <translation>{0}, text {1} bytes</translation>
    </message>
    <message>
        <source>{0}，相符</source>
        <translation>{0}, matches</translation>
    </message>
    <message>
        <source>{0}，算得 {1}，不符</source>
        <translation>{0}, reckoned {1}: mismatch</translation>
    </message>
    <message>
        <source>上下行标识与长度</source>
        <translation>Direction and length</translation>
    </message>
    <message>
        <source>上行</source>
        <translation>up</translation>
    </message>
    <message>
        <source>下行</source>
        <translation>down</translation>
    </message>
    <message>
        <source>不成字段的字节</source>
        <translation>Bytes of no field</translation>
    </message>
    <message>
        <source>不是 BCD 数</source>
        <translation>Not BCD</translation>
    </message>
    <message>
        <source>不是 SL 651 报文：没有帧起始符，或报头之后没有 STX、SYN</source>
        <translation>Not an SL 651 frame: no start mark, or no STX/SYN after the header</translation>
    </message>
    <message>
        <source>不是时间</source>
        <translation>Not a time</translation>
    </message>
    <message>
        <source>中心站地址</source>
        <translation>Centre address</translation>
    </message>
    <message>
        <source>人工置数</source>
        <translation>Manual value</translation>
    </message>
    <message>
        <source>功能码</source>
        <translation>Function code</translation>
    </message>
    <message>
        <source>包序号/总包数</source>
        <translation>Packet no. / packets</translation>
    </message>
    <message>
        <source>包序号不对</source>
        <translation>Packet number wrong</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>发报时间</source>
        <translation>Sent at</translation>
    </message>
    <message>
        <source>发报时间不是时间</source>
        <translation>Time sent is not a time</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>均匀时段没有步长</source>
        <translation>Even series without a step</translation>
    </message>
    <message>
        <source>定义字节与规定长度不符</source>
        <translation>Definition byte differs from the prescribed length</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>帧起始符</source>
        <translation>Frame start</translation>
    </message>
    <message>
        <source>所写长度不对</source>
        <translation>Stated length wrong</translation>
    </message>
    <message>
        <source>所写长度处没有结束符</source>
        <translation>No end mark at the stated length</translation>
    </message>
    <message>
        <source>报文不完整：应有 {0} 字节，只有 {1} 字节</source>
        <translation>Frame cut short: {0} bytes due, only {1}</translation>
    </message>
    <message>
        <source>报文之后还有字节：应有 {0} 字节，却有 {1} 字节</source>
        <translation>Bytes after the frame: {0} due, {1} found</translation>
    </message>
    <message>
        <source>报文之间的杂字节</source>
        <translation>Stray bytes between frames</translation>
    </message>
    <message>
        <source>报文结束符</source>
        <translation>Text end</translation>
    </message>
    <message>
        <source>报文起始符</source>
        <translation>Text start</translation>
    </message>
    <message>
        <source>无值（设备标为无效）</source>
        <translation>No value (marked invalid by the device)</translation>
    </message>
    <message>
        <source>时间步长码</source>
        <translation>Time step code</translation>
    </message>
    <message>
        <source>有剩余字节</source>
        <translation>Bytes left over</translation>
    </message>
    <message>
        <source>有读不懂的字符</source>
        <translation>Unreadable characters</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>校验码不符，不予采用</source>
        <translation>Checksum mismatch, not used</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>正文没有流水号和发报时间</source>
        <translation>Text without serial number and time sent</translation>
    </message>
    <message>
        <source>正文没有测站编码</source>
        <translation>Text without station code</translation>
    </message>
    <message>
        <source>正文说的是另一站（中继）</source>
        <translation>Text is of another station (relay)</translation>
    </message>
    <message>
        <source>流水号</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>测站分类码</source>
        <translation>Station class code</translation>
    </message>
    <message>
        <source>测站编码引导与编码</source>
        <translation>Station code with lead</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>要素长度超出正文</source>
        <translation>Element runs beyond the text</translation>
    </message>
    <message>
        <source>观测时间</source>
        <translation>Observed at</translation>
    </message>
    <message>
        <source>观测时间不是时间</source>
        <translation>Time observed is not a time</translation>
    </message>
    <message>
        <source>观测时间是末值的时间，不是首值的</source>
        <translation>Time observed is of the last value, not the first</translation>
    </message>
    <message>
        <source>遥测站地址</source>
        <translation>Station address</translation>
    </message>
    <message>
        <source>长度为 0</source>
        <translation>Length 0</translation>
    </message>
</context>
<context>
    <name>FramesPage</name>
    <message>
        <source>{0:,} 字节</source>
        <translation>{0:,} bytes</translation>
    </message>
    <message>
        <source>图片不完整，显示不了</source>
        <translation>Picture incomplete, cannot be shown</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>字节</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>报文</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>清空(&amp;L)</source>
        <translation>C&amp;lear</translation>
    </message>
    <message>
        <source>清空所粘贴的报文（可撤销 Ctrl+Z）</source>
        <translation>Clear what was pasted (Ctrl+Z undoes)</translation>
    </message>
    <message>
        <source>粘贴十六进制报文，每行一帧或多帧；空格、逗号、0x 都可以。
多包报文逐行粘贴，收齐后自动合并。</source>
        <translation>Paste frames in hex, one or more a line; blanks, commas and 0x are allowed.
Packets of one message are merged once all are there.</translation>
    </message>
    <message>
        <source>粘贴报文</source>
        <translation>Paste frames</translation>
    </message>
    <message>
        <source>还没有粘贴报文</source>
        <translation>No frames pasted yet</translation>
    </message>
    <message>
        <source>选一帧，这里逐字段列出</source>
        <translation>Choose a frame to see it field by field</translation>
    </message>
</context>
<context>
    <name>FrozenCurve</name>
    <message>
        <source>冻结</source>
        <translation>Frozen</translation>
    </message>
</context>
<context>
    <name>Gateway</name>
    <message>
        <source>{0} 步没有存进日志</source>
        <translation>{0} steps not kept in the journal</translation>
    </message>
    <message>
        <source>{0} 的登记码，10 分钟内一次有效</source>
        <translation>Enrolment code of {0}: valid once, within 10 min</translation>
    </message>
    <message>
        <source>{0}，配对号 {1}：未经人核对即放行（--trust-first）</source>
        <translation>{0}, pairing number {1}: let in unchecked by any person (--trust-first)</translation>
    </message>
    <message>
        <source>{0}，配对号 {1}：这里没有值班员，不能放行</source>
        <translation>{0}, pairing number {1}: no duty officer here, cannot be let in</translation>
    </message>
    <message>
        <source>台账里没有这个人：{0}</source>
        <translation>Not in the registers: {0}</translation>
    </message>
    <message>
        <source>在线 {0} 部</source>
        <translation>Phones online: {0}</translation>
    </message>
    <message>
        <source>已停止</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>手机页面 {0}</source>
        <translation>Phone page {0}</translation>
    </message>
    <message>
        <source>故障已消除</source>
        <translation>Fault cleared</translation>
    </message>
    <message>
        <source>证书帮助页 {0}/ca</source>
        <translation>Certificate help page {0}/ca</translation>
    </message>
    <message>
        <source>证书指纹 {0}</source>
        <translation>Certificate fingerprint {0}</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>{0} 实测水位</source>
        <translation>Observed stage, {0}</translation>
    </message>
    <message>
        <source>{0}，{1}；本级报汛时效 {2:g} 小时</source>
        <translation>{0}, {1}; readings due every {2:g} h at this level</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>尚无报汛</source>
        <translation>No readings yet</translation>
    </message>
    <message>
        <source>推演水位约 {0} m {1}（{2} 年关系）</source>
        <translation>What-if stage about {0} m {1} (rating {2})</translation>
    </message>
    <message>
        <source>此流量无水位数据，不推算</source>
        <translation>No stage data at this flow: none derived</translation>
    </message>
</context>
<context>
    <name>GradeBox</name>
    <message>
        <source>与建议不同的理由</source>
        <translation>Why not as suggested</translation>
    </message>
    <message>
        <source>与建议不同的理由（必填）</source>
        <translation>Why not as suggested (required)</translation>
    </message>
    <message>
        <source>定为{0}险情（Alt+{1}）</source>
        <translation>Grade as {0} incident (Alt+{1})</translation>
    </message>
    <message>
        <source>建议等级</source>
        <translation>Suggested grade</translation>
    </message>
    <message>
        <source>按建议定为{0}</source>
        <translation>Grade {0}, as suggested</translation>
    </message>
    <message>
        <source>按建议定级</source>
        <translation>Grade as suggested</translation>
    </message>
    <message>
        <source>选定险情种类、填入量测后，按分级表给出建议</source>
        <translation>Once the kind is chosen and measurements are in, the table suggests a grade</translation>
    </message>
    <message>
        <source>采用分级表建议的等级（Alt+A）</source>
        <translation>Take the grade the table suggests (Alt+A)</translation>
    </message>
</context>
<context>
    <name>GrowerClasses</name>
    <message>
        <source>{0} 户 · {1:,.0f} 亩</source>
        <translation>{0} growers · {1:,.0f} mu</translation>
    </message>
    <message>
        <source>{0} 户未撤</source>
        <translation>{0} still there</translation>
    </message>
    <message>
        <source>上水 {0} 户 {1:,.0f} 亩</source>
        <translation>Flooded {0} · {1:,.0f} mu</translation>
    </message>
    <message>
        <source>已全部撤离</source>
        <translation>All evacuated</translation>
    </message>
    <message>
        <source>最早 还有 {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>派船 {0}</source>
        <translation>Boat {0}</translation>
    </message>
    <message>
        <source>立即 {0}</source>
        <translation>Go now {0}</translation>
    </message>
</context>
<context>
    <name>GrowerPanel</name>
    <message>
        <source>{0}  {1} 户</source>
        <translation>{0}  {1} growers</translation>
    </message>
    <message>
        <source>{0} 户 · 均不上水</source>
        <translation>{0} growers · none flooded</translation>
    </message>
    <message>
        <source>上水 {0}/{1} 户 · 未撤 {2}</source>
        <translation>Flooded {0}/{1} · {2} there</translation>
    </message>
    <message>
        <source>主体</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>作物</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>没有种植户台账，请在“系统”中导入</source>
        <translation>No register of growers: import it under System</translation>
    </message>
    <message>
        <source>滩别</source>
        <translation>Terrace</translation>
    </message>
    <message>
        <source>滩区种植户</source>
        <translation>Growers</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>返回分类（Esc）</source>
        <translation>Back to classes (Esc)</translation>
    </message>
    <message>
        <source>这一类没有种植户</source>
        <translation>No growers in this class</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>{0}。请点链接，打开后保持页面，等候呼叫。</source>
        <translation>{0}. Tap the link, keep the page open and wait for the call.</translation>
    </message>
    <message>
        <source>{0}请您加入视频通话</source>
        <translation>{0} asks you to join a video call</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>手机接入未对外开放，链接打不开：请到“系统—手机”开放后再发</source>
        <translation>Phone access is not open, the link would not work: open it under System · Phones first</translation>
    </message>
    <message>
        <source>给 {0} 的链接没有发出：{1}</source>
        <translation>Link for {0} not sent: {1}</translation>
    </message>
    <message>
        <source>视频通话</source>
        <translation>Video call</translation>
    </message>
    <message>
        <source>视频通话链接</source>
        <translation>Video call link</translation>
    </message>
    <message>
        <source>链接已发给 {0}（{1}）</source>
        <translation>Link sent to {0} ({1})</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>24小时内的会商决定</source>
        <translation>Briefing decisions of 24 h</translation>
    </message>
    <message>
        <source>{0} m³/s</source>
        <translation>{0} m³/s</translation>
    </message>
    <message>
        <source>{0} {1}，已求援；每 {2} 分钟一报，下次 {3}</source>
        <translation>{0} {1}, called for help; safe every {2} min, next {3}</translation>
    </message>
    <message>
        <source>{0} {1}，每 {2} 分钟一报，下次 {3}</source>
        <translation>{0} {1}, safe every {2} min, next {3}</translation>
    </message>
    <message>
        <source>{0} 前</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>{0} 前回复</source>
        <translation>answer by {0}</translation>
    </message>
    <message>
        <source>{0} 达 {1} m³/s（{2}）</source>
        <translation>{1} m³/s at {0} ({2})</translation>
    </message>
    <message>
        <source>{0}台账 {1} → {2} 条</source>
        <translation>Register of {0}: {1} → {2} rows</translation>
    </message>
    <message>
        <source>{0}台账已更新（{1} 条）</source>
        <translation>Register of {0} replaced ({1} rows)</translation>
    </message>
    <message>
        <source>{0}，{1} 起</source>
        <translation>{0}, since {1}</translation>
    </message>
    <message>
        <source>{0}，搁置到 {1}：{2}</source>
        <translation>{0}, shelved until {1}: {2}</translation>
    </message>
    <message>
        <source>{0}，未叫应 {1}/{2} 人</source>
        <translation>{0}, not reached {1}/{2}</translation>
    </message>
    <message>
        <source>{0}，未应 {1}/{2}，{3} 截止</source>
        <translation>{0}, no answer {1}/{2}, closes {3}</translation>
    </message>
    <message>
        <source>{0}：{1}（{2} 决定）</source>
        <translation>{0}: {1} (decided {2})</translation>
    </message>
    <message>
        <source>{0}：{1}（{2} 接报）</source>
        <translation>{0}: {1} (received {2})</translation>
    </message>
    <message>
        <source>▲ {0}</source>
        <translation>▲ {0}</translation>
    </message>
    <message>
        <source>上次交接班 {0} 以来，{1}</source>
        <translation>Since the handover of {0}, {1}</translation>
    </message>
    <message>
        <source>下一班到期、待核验的任务</source>
        <translation>Tasks due next watch, to verify</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>任务：新增 {0}，核验完成 {1}</source>
        <translation>Tasks: {0} new, {1} verified</translation>
    </message>
    <message>
        <source>会商</source>
        <translation>Consulted</translation>
    </message>
    <message>
        <source>会商决定：{0} 项</source>
        <translation>Briefing decisions: {0}</translation>
    </message>
    <message>
        <source>响应 {0} → {1}</source>
        <translation>Response: {0} → {1}</translation>
    </message>
    <message>
        <source>已交接 {0}</source>
        <translation>Handed over {0}</translation>
    </message>
    <message>
        <source>已撤离 {0} → {1}（户、重点人员）</source>
        <translation>Evacuated {0} → {1} (households, key people)</translation>
    </message>
    <message>
        <source>已确认、仍在的高级报警</source>
        <translation>High alarms acked, still standing</translation>
    </message>
    <message>
        <source>平安计时</source>
        <translation>Welfare timers</translation>
    </message>
    <message>
        <source>建议{0}，现行{1}，尚未签发</source>
        <translation>suggested {0}, in force {1}, not signed</translation>
    </message>
    <message>
        <source>建议的等级未签</source>
        <translation>Suggested level not signed</translation>
    </message>
    <message>
        <source>待交班签字</source>
        <translation>Outgoing to sign</translation>
    </message>
    <message>
        <source>待接班签字</source>
        <translation>Incoming to sign</translation>
    </message>
    <message>
        <source>待核实的接报</source>
        <translation>Reports to verify</translation>
    </message>
    <message>
        <source>待签发 {0} 项，最急：{1}（限 {2}）</source>
        <translation>{0} to sign, most urgent: {1} (limit {2})</translation>
    </message>
    <message>
        <source>待签发的任务</source>
        <translation>Tasks to sign</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>拒撤和下落不明 {0} → {1}</source>
        <translation>Refusing or missing {0} → {1}</translation>
    </message>
    <message>
        <source>接报：新增 {0}，办结 {1}</source>
        <translation>Reports: {0} new, {1} closed</translation>
    </message>
    <message>
        <source>搁置的报警</source>
        <translation>Shelved alarms</translation>
    </message>
    <message>
        <source>未叫应的推送</source>
        <translation>Pushes not answered</translation>
    </message>
    <message>
        <source>未确认的报警（含已恢复的）</source>
        <translation>Unacknowledged alarms (also returned)</translation>
    </message>
    <message>
        <source>未结束的会商</source>
        <translation>Briefings not ended</translation>
    </message>
    <message>
        <source>未阅、待复的来文来电</source>
        <translation>Messages to note or answer</translation>
    </message>
    <message>
        <source>来文来电：来 {0}，去 {1}</source>
        <translation>Messages: {0} in, {1} out</translation>
    </message>
    <message>
        <source>没有上一次交接班，从 {0} 算起，{1}</source>
        <translation>No earlier handover; counted from {0}, {1}</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll-call</translation>
    </message>
    <message>
        <source>现行上级命令</source>
        <translation>Superior orders in force</translation>
    </message>
    <message>
        <source>现行预报</source>
        <translation>Forecasts in force</translation>
    </message>
    <message>
        <source>移位的智能石头</source>
        <translation>Smart stones moved</translation>
    </message>
    <message>
        <source>花园口 {0} → {1}</source>
        <translation>Huayuankou {0} → {1}</translation>
    </message>
    <message>
        <source>视频通话</source>
        <translation>Video calls</translation>
    </message>
    <message>
        <source>超时任务</source>
        <translation>Overdue tasks</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>险情：新增 {0}，解除 {1}</source>
        <translation>Incidents: {0} new, {1} over</translation>
    </message>
    <message>
        <source>预报 {0}</source>
        <translation>Forecast {0}</translation>
    </message>
    <message>
        <source>预报已过期：{0}</source>
        <translation>Forecast expired: {0}</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>{0} 项</source>
        <translation>{0} items</translation>
    </message>
    <message>
        <source>{0} 项，须立即看 {1} 项</source>
        <translation>{0} items, {1} urgent</translation>
    </message>
    <message>
        <source>不留交接记录，只换席位用户</source>
        <translation>No handover record: only the desk user changes</translation>
    </message>
    <message>
        <source>交接班已锁定，{0}在席</source>
        <translation>Handover locked; {0} has the desk</translation>
    </message>
    <message>
        <source>交接班记录</source>
        <translation>Handover record</translation>
    </message>
    <message>
        <source>交接班记录(&amp;P)</source>
        <translation>Handover &amp;paper</translation>
    </message>
    <message>
        <source>只换人</source>
        <translation>Change user only</translation>
    </message>
    <message>
        <source>只读 · {0}，{1} 接班</source>
        <translation>Read-only · {0}, taken over by {1}</translation>
    </message>
    <message>
        <source>拟交接班(&amp;N)</source>
        <translation>&amp;New handover</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>本班变化</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>本班开始时的情况还在取回，请稍候再签</source>
        <translation>The start of this watch is still being fetched; sign in a moment</translation>
    </message>
    <message>
        <source>本班没有变化</source>
        <translation>No change in this watch</translation>
    </message>
    <message>
        <source>正在取回本班开始时的情况…</source>
        <translation>Fetching the start of this watch …</translation>
    </message>
    <message>
        <source>此刻 · 待拟</source>
        <translation>Now · not prepared</translation>
    </message>
    <message>
        <source>汇总此刻未办结的事，拟一次交接班（Ctrl+N）</source>
        <translation>Gather what is open now and prepare a handover (Ctrl+N)</translation>
    </message>
    <message>
        <source>没有未办结的事</source>
        <translation>Nothing is open</translation>
    </message>
    <message>
        <source>起草这次交接班的记录（Alt+P）</source>
        <translation>Draft the record of this handover (Alt+P)</translation>
    </message>
</context>
<context>
    <name>Headquarters</name>
    <message>
        <source>交接班</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>会商</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>复盘</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>来文来电</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>演示步骤</source>
        <translation>Presenter</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>{0} 个来源有故障</source>
        <translation>{0} sources faulty</translation>
    </message>
    <message>
        <source>{0} 站不稳</source>
        <translation>{0} unsteady</translation>
    </message>
    <message>
        <source>{0} 站失联</source>
        <translation>{0} out of contact</translation>
    </message>
    <message>
        <source>{0} 站正常</source>
        <translation>{0} good</translation>
    </message>
    <message>
        <source>图片文件不在本机</source>
        <translation>The picture file is not on this machine</translation>
    </message>
    <message>
        <source>拍摄 {0}，收到 {1}，{2:,.0f} kB</source>
        <translation>taken {0}, received {1}, {2:,.0f} kB</translation>
    </message>
    <message>
        <source>数据来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>正在读取图片…</source>
        <translation>Reading the picture…</translation>
    </message>
    <message>
        <source>没有接入数据源</source>
        <translation>No sources connected</translation>
    </message>
    <message>
        <source>测站图片</source>
        <translation>Station picture</translation>
    </message>
    <message>
        <source>测站图片 · {0}</source>
        <translation>Station picture · {0}</translation>
    </message>
    <message>
        <source>线路与来源当时的状态不可回放</source>
        <translation>The state of links and sources then cannot be replayed</translation>
    </message>
    <message>
        <source>该站没有发来图片</source>
        <translation>No picture from this station</translation>
    </message>
    <message>
        <source>还没有遥测站来报；在“系统”页开启遥测接收</source>
        <translation>No telemetry yet; switch reception on under System</translation>
    </message>
    <message>
        <source>遥测站线路</source>
        <translation>Telemetry links</translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message>
        <source>从头走一遍日志的校验链，查有没有被改动</source>
        <translation>Walks the hash chain from the start to see whether anything was changed</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>日志校验</source>
        <translation>Journal check</translation>
    </message>
    <message>
        <source>日志步数</source>
        <translation>Steps in the journal</translation>
    </message>
    <message>
        <source>最近故障</source>
        <translation>Last fault</translation>
    </message>
    <message>
        <source>未存步数</source>
        <translation>Steps unsaved</translation>
    </message>
    <message>
        <source>校验日志</source>
        <translation>Verify journal</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>运行日志</source>
        <translation>Program log</translation>
    </message>
</context>
<context>
    <name>HydrologyAlign</name>
    <message>
        <source>{0} 无传播时间，未平移</source>
        <translation>{0}: no travel time, not shifted</translation>
    </message>
    <message>
        <source>已平移：{0}</source>
        <translation>Shifted: {0}</translation>
    </message>
</context>
<context>
    <name>HydrologyBoard</name>
    <message>
        <source>与邻站不符</source>
        <translation>Disagrees with neighbours</translation>
    </message>
    <message>
        <source>人工</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>入库流量</source>
        <translation>Inflow</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>变化过快</source>
        <translation>Changes too fast</translation>
    </message>
    <message>
        <source>含沙量</source>
        <translation>Sediment</translation>
    </message>
    <message>
        <source>基面不明或不符</source>
        <translation>Datum missing or wrong</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>接口</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>时段雨量</source>
        <translation>Rain in period</translation>
    </message>
    <message>
        <source>时间在未来</source>
        <translation>Time in the future</translation>
    </message>
    <message>
        <source>水位</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>水情库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>水温</source>
        <translation>Water temp.</translation>
    </message>
    <message>
        <source>流速</source>
        <translation>Velocity</translation>
    </message>
    <message>
        <source>流量</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>电源电压</source>
        <translation>Voltage</translation>
    </message>
    <message>
        <source>累计雨量</source>
        <translation>Rain total</translation>
    </message>
    <message>
        <source>蓄水量</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>设备标为无效</source>
        <translation>Marked invalid by the device</translation>
    </message>
    <message>
        <source>超出合理范围</source>
        <translation>Out of range</translation>
    </message>
    <message>
        <source>迟到</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>遥测</source>
        <translation>Telemetry</translation>
    </message>
    <message>
        <source>长时间不变</source>
        <translation>Stuck</translation>
    </message>
</context>
<context>
    <name>HydrologyCorrect</name>
    <message>
        <source>原值</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>更正为</source>
        <translation>Amended to</translation>
    </message>
    <message>
        <source>更正人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>更正时间</source>
        <translation>Amended at</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>观测时间</source>
        <translation>Observed at</translation>
    </message>
</context>
<context>
    <name>HydrologyForecast</name>
    <message>
        <source>{0:.0f} % 的实况落在带内</source>
        <translation>{0:.0f} % of observations within the band</translation>
    </message>
    <message>
        <source>{0} {1:.0f} h 前 {2}</source>
        <translation>{0} {2} ({1:.0f} h ago)</translation>
    </message>
    <message>
        <source>{0}级</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}级 {1}</source>
        <translation>Level {0} {1}</translation>
    </message>
    <message>
        <source>下游站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>不如持平</source>
        <translation>Worse than persist.</translation>
    </message>
    <message>
        <source>与持平相比</source>
        <translation>vs persistence</translation>
    </message>
    <message>
        <source>主要依据：{0}</source>
        <translation>Rests on {0}</translation>
    </message>
    <message>
        <source>优于持平 {0:.0f} %</source>
        <translation>{0:.0f} % better</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>出现时间</source>
        <translation>At</translation>
    </message>
    <message>
        <source>可能范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>合格率</source>
        <translation>Hit rate</translation>
    </message>
    <message>
        <source>多法组合</source>
        <translation>combined methods</translation>
    </message>
    <message>
        <source>官方预报 {0}</source>
        <translation>official forecast, {0}</translation>
    </message>
    <message>
        <source>实况 {0}（{1}）已低于本台范围 {2}–{3}，本台预报待重作</source>
        <translation>Observed {0} ({1}) is below the desk band {2}–{3}; to be forecast anew</translation>
    </message>
    <message>
        <source>实况 {0}（{1}）已超出本台范围 {2}–{3}，本台预报待重作</source>
        <translation>Observed {0} ({1}) is above the desk band {2}–{3}; to be forecast anew</translation>
    </message>
    <message>
        <source>已达到</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>当年实测九成在 {0:+.2f} 至 {1:+.2f} m 之内</source>
        <translation>nine of ten readings of the year lie within {0:+.2f} to {1:+.2f} m</translation>
    </message>
    <message>
        <source>当年水位流量关系没有覆盖这个流量，不推水位</source>
        <translation>The rating of the year does not reach this flow: no stage reckoned</translation>
    </message>
    <message>
        <source>持平 RMSE</source>
        <translation>Pers. RMSE</translation>
    </message>
    <message>
        <source>持平（无上游资料）</source>
        <translation>persistence (no upstream data)</translation>
    </message>
    <message>
        <source>按当年水位流量关系；基面 {0}</source>
        <translation>By the rating of the year; datum {0}</translation>
    </message>
    <message>
        <source>提前</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>早…晚</source>
        <translation>Early…late</translation>
    </message>
    <message>
        <source>最可能</source>
        <translation>Likely</translation>
    </message>
    <message>
        <source>最可能何时</source>
        <translation>Likely when</translation>
    </message>
    <message>
        <source>最早</source>
        <translation>Earliest</translation>
    </message>
    <message>
        <source>最早 {0}</source>
        <translation>earliest {0}</translation>
    </message>
    <message>
        <source>最早 {0}，最晚 {1}；{2}</source>
        <translation>earliest {0}, latest {1}; {2}</translation>
    </message>
    <message>
        <source>最晚</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>未检验</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>本台预报洪峰</source>
        <translation>desk forecast peak</translation>
    </message>
    <message>
        <source>检验</source>
        <translation>Skill</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>水位 m</source>
        <translation>Stage m</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>流量级</source>
        <translation>Flow tier</translation>
    </message>
    <message>
        <source>滞后回归</source>
        <translation>lagged regression</translation>
    </message>
    <message>
        <source>现流量已在此值以上</source>
        <translation>The flow is above this already</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>约何时到</source>
        <translation>About</translation>
    </message>
    <message>
        <source>缺 {0} 报汛</source>
        <translation>no readings of {0}</translation>
    </message>
    <message>
        <source>花园口实测，未计坦化</source>
        <translation>observed at Huayuankou, attenuation not counted</translation>
    </message>
    <message>
        <source>误差在实测值 20 % 以内的比例；括号内为持平</source>
        <translation>Share with an error within 20 % of the observed; persistence in brackets</translation>
    </message>
    <message>
        <source>阈值</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>预报时</source>
        <translation>when made</translation>
    </message>
    <message>
        <source>预报期内不达</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>预报期内达到</source>
        <translation>Chance</translation>
    </message>
    <message>
        <source>马斯京根演算</source>
        <translation>Muskingum routing</translation>
    </message>
</context>
<context>
    <name>HydrologyHealth</name>
    <message>
        <source>CRC 不符，未采用</source>
        <translation>CRC mismatch, not used</translation>
    </message>
    <message>
        <source>上次成功</source>
        <translation>Last OK</translation>
    </message>
    <message>
        <source>不能解读，未采用</source>
        <translation>Cannot be decoded, not used</translation>
    </message>
    <message>
        <source>从未成功</source>
        <translation>never succeeded</translation>
    </message>
    <message>
        <source>从未收到完好的报文</source>
        <translation>No good frame ever received</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pic.</translation>
    </message>
    <message>
        <source>失联 {0}</source>
        <translation>silent {0}</translation>
    </message>
    <message>
        <source>对端</source>
        <translation>Peer</translation>
    </message>
    <message>
        <source>帧</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>惯常间隔</source>
        <translation>Interval</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>拒收 {0} 帧</source>
        <translation>{0} frames refused</translation>
    </message>
    <message>
        <source>收到的完好报文</source>
        <translation>Good frames received</translation>
    </message>
    <message>
        <source>收到行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>最多 {0}</source>
        <translation>{0} at most</translation>
    </message>
    <message>
        <source>最近查看</source>
        <translation>Last look</translation>
    </message>
    <message>
        <source>有</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>末帧</source>
        <translation>Last frame</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>校验错</source>
        <translation>CRC err.</translation>
    </message>
    <message>
        <source>校验错 {0} 帧</source>
        <translation>{0} CRC errors</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>没有收到的流水号</source>
        <translation>Serial numbers not received</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>状况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>站钟快 {0}</source>
        <translation>station clock {0} fast</translation>
    </message>
    <message>
        <source>缺 {0} 个流水号</source>
        <translation>{0} serial numbers missing</translation>
    </message>
    <message>
        <source>缺号</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>迟到</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>迟到 {0}</source>
        <translation>{0} late</translation>
    </message>
    <message>
        <source>重发的报文，只收一次</source>
        <translation>Sent again, taken once</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeats</translation>
    </message>
</context>
<context>
    <name>HydrologyPage</name>
    <message>
        <source>2010–2020 年逐日回算，只用当时以前的资料；本台已作 {0} 次，评定次数尚少</source>
        <translation>Hindcast day by day 2010–2020 on data of before; {0} desk forecasts made, too few verified yet</translation>
    </message>
    <message>
        <source>本台已作预报 {0} 次，真值到后逐次评定</source>
        <translation>{0} desk forecasts made, each verified once observed</translation>
    </message>
    <message>
        <source>本台已作预报 {0} 次；率定资料含本时段，成绩偏好</source>
        <translation>{0} desk forecasts made; calibrated on this period, so the scores flatter</translation>
    </message>
</context>
<context>
    <name>HydrologyProposals</name>
    <message>
        <source>{0}级 {1}</source>
        <translation>Level {0} {1}</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>将跨越</source>
        <translation>Would cross</translation>
    </message>
    <message>
        <source>已等</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>录入人</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>报值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>观测时间</source>
        <translation>Observed at</translation>
    </message>
</context>
<context>
    <name>HydrologyRows</name>
    <message>
        <source>不可能值</source>
        <translation>Impossible</translation>
    </message>
    <message>
        <source>人工</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>基面</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Amended</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Acked</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>水位 m</source>
        <translation>Stage m</translation>
    </message>
    <message>
        <source>沿用旧值</source>
        <translation>Carried over</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>质量</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>较上次</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeated</translation>
    </message>
</context>
<context>
    <name>HydrologyStations</name>
    <message>
        <source>72 小时</source>
        <translation>72 h</translation>
    </message>
    <message>
        <source>两源不一致</source>
        <translation>Sources differ</translation>
    </message>
    <message>
        <source>基面</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>对照触发值</source>
        <translation>Against levels</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>水位 m</source>
        <translation>Stage m</translation>
    </message>
    <message>
        <source>没有登记触发值，或没有报汛</source>
        <translation>No threshold registered, or no reading</translation>
    </message>
    <message>
        <source>河流</source>
        <translation>River</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>涨落</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>现 {0}；触发值 {1}</source>
        <translation>now {0}; thresholds {1}</translation>
    </message>
    <message>
        <source>超时效</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>距今</source>
        <translation>Age</translation>
    </message>
</context>
<context>
    <name>HydrologyWorkspace</name>
    <message>
        <source>{0}（Ctrl+Alt+{1}）</source>
        <translation>{0} (Ctrl+Alt+{1})</translation>
    </message>
    <message>
        <source>上级平台</source>
        <translation>Superior platform</translation>
    </message>
    <message>
        <source>实时水情</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>录入与复核</source>
        <translation>Entry, check</translation>
    </message>
    <message>
        <source>报文检查</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>数据源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>水位流量关系</source>
        <translation>Rating curve</translation>
    </message>
    <message>
        <source>水情日报</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>Forecast</translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message>
        <source>世界时</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>北京时间</source>
        <translation>Beijing time</translation>
    </message>
    <message>
        <source>导入水情</source>
        <translation>Import readings</translation>
    </message>
    <message>
        <source>文件中的时间</source>
        <translation>Times in the file</translation>
    </message>
    <message>
        <source>正在导入…</source>
        <translation>Importing…</translation>
    </message>
    <message>
        <source>水位基面</source>
        <translation>Stage datum</translation>
    </message>
    <message>
        <source>水位基面（文件未写时）</source>
        <translation>Datum if the file has none</translation>
    </message>
    <message>
        <source>水情序列文件</source>
        <translation>Series file</translation>
    </message>
    <message>
        <source>水情序列文件：CSV 或 xlsx</source>
        <translation>Series file: CSV or xlsx</translation>
    </message>
    <message>
        <source>没有这个文件：{0}</source>
        <translation>No such file: {0}</translation>
    </message>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>表格 (*.csv *.txt *.xlsx *.xls)</source>
        <translation>Tables (*.csv *.txt *.xlsx *.xls)</translation>
    </message>
    <message>
        <source>选择水情序列</source>
        <translation>Choose a series</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>不在可选值之内</source>
        <translation>Not one of the permitted values</translation>
    </message>
    <message>
        <source>不是 GeoJSON</source>
        <translation>Not GeoJSON</translation>
    </message>
    <message>
        <source>不是数</source>
        <translation>Not a number</translation>
    </message>
    <message>
        <source>不是整数</source>
        <translation>Not a whole number</translation>
    </message>
    <message>
        <source>不是有限的数</source>
        <translation>Not a finite number</translation>
    </message>
    <message>
        <source>不是表格文件</source>
        <translation>Not a table file</translation>
    </message>
    <message>
        <source>不认识的列，未收</source>
        <translation>Unknown column, not taken</translation>
    </message>
    <message>
        <source>与前一日完全相同，疑为未更新</source>
        <translation>Same as the day before: perhaps not updated</translation>
    </message>
    <message>
        <source>与前值相差过大</source>
        <translation>Too far from the value before</translation>
    </message>
    <message>
        <source>个别值未收，其余照收</source>
        <translation>A value was left out, the rest taken</translation>
    </message>
    <message>
        <source>为负</source>
        <translation>Negative</translation>
    </message>
    <message>
        <source>值比表头多，列已错位</source>
        <translation>More values than headings: columns have shifted</translation>
    </message>
    <message>
        <source>其余工作表未读</source>
        <translation>Other sheets were not read</translation>
    </message>
    <message>
        <source>单元格过多</source>
        <translation>Too many cells</translation>
    </message>
    <message>
        <source>只有日期的按日报时刻计</source>
        <translation>Dates without time count as the daily report hour</translation>
    </message>
    <message>
        <source>合并单元格已按左上角的值展开</source>
        <translation>Merged cells filled with their upper-left value</translation>
    </message>
    <message>
        <source>合计行已略过</source>
        <translation>Row of totals skipped</translation>
    </message>
    <message>
        <source>同一时刻有不同的值</source>
        <translation>Different values at one time</translation>
    </message>
    <message>
        <source>同一时刻重复</source>
        <translation>Repeated at one time</translation>
    </message>
    <message>
        <source>同名列重复，用第一列</source>
        <translation>Column named twice; the first is used</translation>
    </message>
    <message>
        <source>图形内的空洞已去掉</source>
        <translation>Holes inside the shape removed</translation>
    </message>
    <message>
        <source>图形读不出</source>
        <translation>Shape cannot be read</translation>
    </message>
    <message>
        <source>坐标不在中国境内</source>
        <translation>Coordinates outside China</translation>
    </message>
    <message>
        <source>坐标已换算为 WGS-84</source>
        <translation>Coordinates converted to WGS-84</translation>
    </message>
    <message>
        <source>坐标系认不出</source>
        <translation>Unknown coordinate system</translation>
    </message>
    <message>
        <source>带陈旧或停测标记</source>
        <translation>Marked stale or discontinued</translation>
    </message>
    <message>
        <source>应为“是”或“否”</source>
        <translation>Must be "是" (yes) or "否" (no)</translation>
    </message>
    <message>
        <source>引号不成对</source>
        <translation>Unpaired quotation mark</translation>
    </message>
    <message>
        <source>必填项为空</source>
        <translation>Required value missing</translation>
    </message>
    <message>
        <source>找不到文件</source>
        <translation>File not found</translation>
    </message>
    <message>
        <source>找不到表头</source>
        <translation>No headings found</translation>
    </message>
    <message>
        <source>收 {0} 行，拒 {1} 行，略过 {2} 行</source>
        <translation>{0} rows taken, {1} refused, {2} skipped</translation>
    </message>
    <message>
        <source>文件是空的</source>
        <translation>The file is empty</translation>
    </message>
    <message>
        <source>文件有密码</source>
        <translation>The file has a password</translation>
    </message>
    <message>
        <source>文件末尾残缺，残行未收</source>
        <translation>The file ends torn; the torn row was not taken</translation>
    </message>
    <message>
        <source>文件残缺，打不开</source>
        <translation>The file is damaged and does not open</translation>
    </message>
    <message>
        <source>文件过大</source>
        <translation>The file is too large</translation>
    </message>
    <message>
        <source>文字编码</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>文字编码认不出（应为 UTF-8 或 GBK）</source>
        <translation>Unknown text encoding (UTF-8 or GBK wanted)</translation>
    </message>
    <message>
        <source>时区认不出</source>
        <translation>Unknown time zone</translation>
    </message>
    <message>
        <source>时间乱序，已排好</source>
        <translation>Times out of order, now sorted</translation>
    </message>
    <message>
        <source>时间在将来</source>
        <translation>Time lies in the future</translation>
    </message>
    <message>
        <source>时间读不出</source>
        <translation>Time cannot be read</translation>
    </message>
    <message>
        <source>末行残缺</source>
        <translation>The last row is torn</translation>
    </message>
    <message>
        <source>水位基面未注明</source>
        <translation>Stage without datum</translation>
    </message>
    <message>
        <source>没有时间列</source>
        <translation>No column of times</translation>
    </message>
    <message>
        <source>没有水位或流量列</source>
        <translation>No column of stage or flow</translation>
    </message>
    <message>
        <source>没有这个测站</source>
        <translation>No such station</translation>
    </message>
    <message>
        <source>测站认不出</source>
        <translation>Unknown station</translation>
    </message>
    <message>
        <source>示例行已略过</source>
        <translation>Example row skipped</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>Row {0}</translation>
    </message>
    <message>
        <source>经度、纬度缺一</source>
        <translation>Longitude or latitude missing</translation>
    </message>
    <message>
        <source>经纬度似乎颠倒了</source>
        <translation>Longitude and latitude seem swapped</translation>
    </message>
    <message>
        <source>编号重复</source>
        <translation>Id used twice</translation>
    </message>
    <message>
        <source>缺少必需的列</source>
        <translation>Required columns missing</translation>
    </message>
    <message>
        <source>缺测</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>缺的列按默认值</source>
        <translation>Missing columns take default values</translation>
    </message>
    <message>
        <source>表头以上的标题行已略过</source>
        <translation>Title rows above the headings skipped</translation>
    </message>
    <message>
        <source>超出该站可能范围</source>
        <translation>Outside what this station can show</translation>
    </message>
    <message>
        <source>超过物理上限</source>
        <translation>Above the physical limit</translation>
    </message>
    <message>
        <source>这是网页，不是表格</source>
        <translation>This is a web page, not a table</translation>
    </message>
    <message>
        <source>（{0}）</source>
        <translation>({0})</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>IncidentActs</name>
    <message>
        <source>先写说明</source>
        <translation>Write a note first</translation>
    </message>
    <message>
        <source>其他环节…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>按闭环转入下一步（Ctrl+Enter）</source>
        <translation>To the next stage of the loop (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>更正、升级…</source>
        <translation>Amend, escalate…</translation>
    </message>
    <message>
        <source>补量测、改等级、续填措施和需求</source>
        <translation>Add measurements, change the grade, complete measures and needs</translation>
    </message>
    <message>
        <source>误报、并入他处等：不走闭环直接销号，说明记入历史</source>
        <translation>False alarm, merged elsewhere: close outside the loop; the note goes into the history</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>说明：做了什么、效果如何；跳步、退回、销号必填</source>
        <translation>What was done and how it works; required to skip, go back or close</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>转到其他环节</source>
        <translation>To another stage</translation>
    </message>
    <message>
        <source>销号…</source>
        <translation>Close…</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>人员、机械、料物、专家</source>
        <translation>People, machines, materials, experts</translation>
    </message>
    <message>
        <source>人员伤亡、受影响的村与道路；没有也写明“无人员伤亡”</source>
        <translation>Casualties, villages and roads affected; if none, say "no casualties"</translation>
    </message>
    <message>
        <source>伤亡与影响</source>
        <translation>Casualties, effects</translation>
    </message>
    <message>
        <source>伤亡与影响(&amp;C)</source>
        <translation>C&amp;asualties, effects</translation>
    </message>
    <message>
        <source>先选险情种类</source>
        <translation>Choose the kind of incident first</translation>
    </message>
    <message>
        <source>写明出险部位</source>
        <translation>Name the place of the incident</translation>
    </message>
    <message>
        <source>发现时间(&amp;T)</source>
        <translation>&amp;Time found</translation>
    </message>
    <message>
        <source>工程类别</source>
        <translation>Kind of works</translation>
    </message>
    <message>
        <source>已采取措施</source>
        <translation>Measures taken</translation>
    </message>
    <message>
        <source>已采取措施(&amp;M)</source>
        <translation>&amp;Measures taken</translation>
    </message>
    <message>
        <source>数值不对：{0}</source>
        <translation>Wrong value: {0}</translation>
    </message>
    <message>
        <source>桩号写成 21+300 的样子</source>
        <translation>Write chainage like 21+300</translation>
    </message>
    <message>
        <source>现象、经过、旁证</source>
        <translation>What was seen, how it came, witnesses</translation>
    </message>
    <message>
        <source>警戒、撤人、抛石方量等</source>
        <translation>Cordon, people out, m³ of stone dumped …</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>说明(&amp;E)</source>
        <translation>Not&amp;es</translation>
    </message>
    <message>
        <source>选择险情种类</source>
        <translation>Choose kind of incident</translation>
    </message>
    <message>
        <source>量测（粗体为定级依据，未量的留空）</source>
        <translation>Measurements (bold: basis of the grade; leave blank what was not measured)</translation>
    </message>
    <message>
        <source>险情(&amp;K)</source>
        <translation>In&amp;cident</translation>
    </message>
    <message>
        <source>险情种类</source>
        <translation>Kind of incident</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>需求(&amp;N)</source>
        <translation>&amp;Needs</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>{0} 发现，{1}</source>
        <translation>found {0}, {1}</translation>
    </message>
    <message>
        <source>{0} 发现，{1} 销号</source>
        <translation>found {0}, closed {1}</translation>
    </message>
    <message>
        <source>{0} 张</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>伤亡与影响</source>
        <translation>Casualties, effects</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>分级表无建议</source>
        <translation>no suggestion in the table</translation>
    </message>
    <message>
        <source>到 {0} 参加{1}抢护</source>
        <translation>Go to {0}, help fight: {1}</translation>
    </message>
    <message>
        <source>处置卡</source>
        <translation>Treatment card</translation>
    </message>
    <message>
        <source>大堤或其他</source>
        <translation>Levee or other</translation>
    </message>
    <message>
        <source>定级理由</source>
        <translation>Why this grade</translation>
    </message>
    <message>
        <source>已采取措施</source>
        <translation>Measures taken</translation>
    </message>
    <message>
        <source>建议 {0}</source>
        <translation>Suggest {0}</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>接报</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>经过 {0}</source>
        <translation>History {0}</translation>
    </message>
    <message>
        <source>续报</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>首报</source>
        <translation>First report</translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>在处置</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>已复制：{0}</source>
        <translation>Copied: {0}</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>接报核实后转险情，或直接填报</source>
        <translation>Make a verified report an incident, or enter one directly</translation>
    </message>
    <message>
        <source>新险情…</source>
        <translation>New incident…</translation>
    </message>
    <message>
        <source>没有接报，直接填报一处险情</source>
        <translation>No report came in: enter an incident directly</translation>
    </message>
    <message>
        <source>没有这样的险情</source>
        <translation>No such incident</translation>
    </message>
    <message>
        <source>没有险情</source>
        <translation>No incidents</translation>
    </message>
    <message>
        <source>这处险情没有坐标，先更正补上</source>
        <translation>This incident has no position; amend it first</translation>
    </message>
</context>
<context>
    <name>IncidentPlace</name>
    <message>
        <source>出险部位，如“26坝 上跨角，距坝头 20 m”（必填）</source>
        <translation>Place, e.g. spur 26, upper corner, 20 m from the head (required)</translation>
    </message>
    <message>
        <source>取当前选中</source>
        <translation>Take selection</translation>
    </message>
    <message>
        <source>坝号</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>坝号未定</source>
        <translation>Spur not set</translation>
    </message>
    <message>
        <source>大堤或其他</source>
        <translation>Levee or other</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>工程(&amp;W)</source>
        <translation>&amp;Works</translation>
    </message>
    <message>
        <source>已定位 东经 {0:.5f}°、北纬 {1:.5f}°</source>
        <translation>Located {0:.5f}° E, {1:.5f}° N</translation>
    </message>
    <message>
        <source>桩号</source>
        <translation>Chainage</translation>
    </message>
    <message>
        <source>用地图或列表里选中的坝、报告、网格作地点</source>
        <translation>Use the spur, report or grid selected on map or list</translation>
    </message>
    <message>
        <source>还没有坐标：选坝号、填桩号，或在地图选中后取用</source>
        <translation>No position yet: choose a spur, give a chainage, or take the map selection</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>部位(&amp;P)</source>
        <translation>&amp;Place</translation>
    </message>
</context>
<context>
    <name>IncidentReport</name>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>复制全文</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>报给谁、怎样报的</source>
        <translation>Reported to whom, and how</translation>
    </message>
    <message>
        <source>缺 {0}；正文以＿＿留空，可先报后补</source>
        <translation>{0} missing, left blank in the text: report first, complete later</translation>
    </message>
    <message>
        <source>记下报告已经上报；时限自此重新计</source>
        <translation>Note that the report has gone up; the time limit starts anew</translation>
    </message>
    <message>
        <source>记为已续报</source>
        <translation>Follow-up sent</translation>
    </message>
    <message>
        <source>记为已首报</source>
        <translation>First report sent</translation>
    </message>
    <message>
        <source>险情报告</source>
        <translation>Incident report</translation>
    </message>
</context>
<context>
    <name>IncidentSheet</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>与建议等级不同，写明理由</source>
        <translation>Grade differs from the suggestion: say why</translation>
    </message>
    <message>
        <source>保存更正：{0}{1}</source>
        <translation>Save amendment: {0} {1}</translation>
    </message>
    <message>
        <source>写明更正说明</source>
        <translation>Say why it is amended</translation>
    </message>
    <message>
        <source>发现时间晚于现在</source>
        <translation>Time found lies in the future</translation>
    </message>
    <message>
        <source>可先确认后补。首报尚缺：{0}</source>
        <translation>Can be confirmed now, completed later. First report lacks: {0}</translation>
    </message>
    <message>
        <source>已更正险情：{0} {1}</source>
        <translation>Incident amended: {0} {1}</translation>
    </message>
    <message>
        <source>已确认险情：{0} {1}</source>
        <translation>Incident confirmed: {0} {1}</translation>
    </message>
    <message>
        <source>执行任务时发现：{0}</source>
        <translation>Found during task: {0}</translation>
    </message>
    <message>
        <source>接报 {0}：{1}，接报建议 {2}</source>
        <translation>Report {0}: {1}, suggested {2}</translation>
    </message>
    <message>
        <source>更正说明</source>
        <translation>Why amended</translation>
    </message>
    <message>
        <source>更正说明（必填）：补了什么、为什么改</source>
        <translation>Why amended (required): what was added or changed</translation>
    </message>
    <message>
        <source>更正险情</source>
        <translation>Amend incident</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>确认{0}{1}险情</source>
        <translation>Confirm incident: {0} {1}</translation>
    </message>
    <message>
        <source>确认后将列入 {0} 条待签发指令：{1}</source>
        <translation>Instructions to sign after this ({0}): {1}</translation>
    </message>
    <message>
        <source>确认险情</source>
        <translation>Confirm incident</translation>
    </message>
    <message>
        <source>请定级：系统只建议，由人确认</source>
        <translation>Set a grade: the desk suggests, a person confirms</translation>
    </message>
    <message>
        <source>预案中没有随“{0}”触发的指令</source>
        <translation>The plan has no instruction triggered by "{0}"</translation>
    </message>
</context>
<context>
    <name>IncidentTreatment</name>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>{0} {1} 前，{2}</source>
        <translation>{0} by {1}, {2}</translation>
    </message>
    <message>
        <source>{0} 已报 {1}</source>
        <translation>{0} sent {1}</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}险情 · {1}</source>
        <translation>{0} incident · {1}</translation>
    </message>
    <message>
        <source>{0}（可信度{1}）</source>
        <translation>{0} (confidence: {1})</translation>
    </message>
    <message>
        <source>{0}：{1}，报{2}</source>
        <translation>{0}: {1}, to {2}</translation>
    </message>
    <message>
        <source>分级表没有列这种情形，由技术责任人定级</source>
        <translation>The table has no such case: the technical lead sets the grade</translation>
    </message>
    <message>
        <source>分级表没有列这类险情，由技术责任人定级</source>
        <translation>The table has no such kind: the technical lead sets the grade</translation>
    </message>
    <message>
        <source>力量物资</source>
        <translation>Forces, materials</translation>
    </message>
    <message>
        <source>加密观测</source>
        <translation>Close watch</translation>
    </message>
    <message>
        <source>国家层面</source>
        <translation>National</translation>
    </message>
    <message>
        <source>基本控制</source>
        <translation>Under control</translation>
    </message>
    <message>
        <source>定级</source>
        <translation>Grading</translation>
    </message>
    <message>
        <source>抢护中</source>
        <translation>Being fought</translation>
    </message>
    <message>
        <source>方案审批</source>
        <translation>Scheme approval</translation>
    </message>
    <message>
        <source>暂无</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>水情上报</source>
        <translation>River report</translation>
    </message>
    <message>
        <source>现场警戒</source>
        <translation>Cordon</translation>
    </message>
    <message>
        <source>现场首报</source>
        <translation>First report from site</translation>
    </message>
    <message>
        <source>续报</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>解除复核</source>
        <translation>Stand-down check</translation>
    </message>
    <message>
        <source>跳到 {0}</source>
        <translation>Skip to {0}</translation>
    </message>
    <message>
        <source>转入 {0}</source>
        <translation>On to {0}</translation>
    </message>
    <message>
        <source>还差：{0}</source>
        <translation>Still missing: {0}</translation>
    </message>
    <message>
        <source>退回 {0}</source>
        <translation>Back to {0}</translation>
    </message>
    <message>
        <source>重要站水情</source>
        <translation>Key station reading</translation>
    </message>
    <message>
        <source>销号归档</source>
        <translation>Closed, filed</translation>
    </message>
    <message>
        <source>首报</source>
        <translation>First report</translation>
    </message>
    <message>
        <source>，迟 {0}</source>
        <translation>, {0} late</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>{0} · 定为{1}</source>
        <translation>{0} · graded {1}</translation>
    </message>
    <message>
        <source>{0}（跳过）</source>
        <translation>{0} (skipped)</translation>
    </message>
    <message>
        <source>报告时限</source>
        <translation>Report due</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>续填</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
</context>
<context>
    <name>InviteBox</name>
    <message>
        <source>1  手机连上同一网络，用相机扫码，点开链接</source>
        <translation>1  Join the same network, scan with the camera, open the link</translation>
    </message>
    <message>
        <source>2  提示不安全：先扫左边帮助页的码，装好证书再扫</source>
        <translation>2  If called unsafe: scan the help page code at left, install the certificate, scan again</translation>
    </message>
    <message>
        <source>3  手机显示四位数字，与这里核对后点“确认登记”</source>
        <translation>3  The phone shows four digits; compare here, then press "Confirm"</translation>
    </message>
    <message>
        <source>{0}已登记 {1} 部手机</source>
        <translation>Phones enrolled for {0}: {1}</translation>
    </message>
    <message>
        <source>{0}的登记二维码</source>
        <translation>Enrolment QR code of {0}</translation>
    </message>
    <message>
        <source>一人一码，10 分钟内一次有效（列表中按 Enter）</source>
        <translation>One person, one code; valid once, within 10 min (Enter in the list)</translation>
    </message>
    <message>
        <source>作废此码</source>
        <translation>Void this code</translation>
    </message>
    <message>
        <source>后失效，只能用一次</source>
        <translation>until void; works once</translation>
    </message>
    <message>
        <source>手机接入没有在运行，不能登记</source>
        <translation>Phone access is not running; nothing can be enrolled</translation>
    </message>
    <message>
        <source>现在只限本机：只有这台电脑上的浏览器能用这张码。</source>
        <translation>This machine only: the code works only in a browser on this machine.</translation>
    </message>
    <message>
        <source>现在只限本机：手机扫了也连不上。先在左边开放接入。</source>
        <translation>This machine only: a phone that scans cannot connect. Open access at left first.</translation>
    </message>
    <message>
        <source>生成{0}的登记码</source>
        <translation>Make enrolment code for {0}</translation>
    </message>
    <message>
        <source>生成登记码</source>
        <translation>Make enrolment code</translation>
    </message>
    <message>
        <source>登记下一人</source>
        <translation>Enrol the next</translation>
    </message>
    <message>
        <source>登记手机</source>
        <translation>Enrol a phone</translation>
    </message>
    <message>
        <source>请他念手机上的四位数字，与上面一致再点确认；不一致就拒绝。</source>
        <translation>Have them read out the four digits; confirm only if they match those above, else turn away.</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>身份(&amp;R)</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>这张码已过期，没有人用过。</source>
        <translation>The code has expired unused.</translation>
    </message>
    <message>
        <source>这张码立刻失效，另选一人</source>
        <translation>The code is void at once; choose another person</translation>
    </message>
    <message>
        <source>重新生成</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>重新生成{0}的登记码</source>
        <translation>New enrolment code for {0}</translation>
    </message>
</context>
<context>
    <name>KeyPeoplePanel</name>
    <message>
        <source>  未叫应 {0}</source>
        <translation>  not reached {0}</translation>
    </message>
    <message>
        <source>{0} 人均不受影响</source>
        <translation>{0} people, none at risk</translation>
    </message>
    <message>
        <source>临水作业</source>
        <translation>Riverside work</translation>
    </message>
    <message>
        <source>人员类别</source>
        <translation>Class of people</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>在滩过夜</source>
        <translation>Overnight</translation>
    </message>
    <message>
        <source>妇幼</source>
        <translation>Mothers, infants</translation>
    </message>
    <message>
        <source>拒撤</source>
        <translation>Refusing</translation>
    </message>
    <message>
        <source>施工</source>
        <translation>Builders</translation>
    </message>
    <message>
        <source>未撤 {0} · 未叫应 {1}</source>
        <translation>{0} there · {1} N/R</translation>
    </message>
    <message>
        <source>残疾</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>没有重点关注人员台账，请在“系统”中导入</source>
        <translation>No register of key people: import it under System</translation>
    </message>
    <message>
        <source>流动</source>
        <translation>Migrants</translation>
    </message>
    <message>
        <source>涉水</source>
        <translation>Water trade</translation>
    </message>
    <message>
        <source>游客</source>
        <translation>Visitors</translation>
    </message>
    <message>
        <source>独居失能</source>
        <translation>Alone, frail</translation>
    </message>
    <message>
        <source>重点关注人员</source>
        <translation>Key people</translation>
    </message>
    <message>
        <source>重症</source>
        <translation>Severely ill</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>一键推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>下一件、上一件</source>
        <translation>Next, previous report</translation>
    </message>
    <message>
        <source>下令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>不属实</source>
        <translation>Unfounded</translation>
    </message>
    <message>
        <source>不按预案下令</source>
        <translation>Order outside the plan</translation>
    </message>
    <message>
        <source>不送本台画面</source>
        <translation>Send no picture from this desk</translation>
    </message>
    <message>
        <source>与带下划线的字母：到该栏、按该钮</source>
        <translation>With an underlined letter: that field or button</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>交接班：交班签字、接班签字</source>
        <translation>Handover: outgoing signs, incoming signs</translation>
    </message>
    <message>
        <source>人工报汛</source>
        <translation>Manual reading</translation>
    </message>
    <message>
        <source>会商</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>会商值班的各页</source>
        <translation>Pages of Briefing</translation>
    </message>
    <message>
        <source>会商纪要</source>
        <translation>Briefing minutes</translation>
    </message>
    <message>
        <source>全局</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>再呼一次</source>
        <translation>Call once more</translation>
    </message>
    <message>
        <source>冻结此刻的情况，发起会商</source>
        <translation>Freeze the situation, open a briefing</translation>
    </message>
    <message>
        <source>切换工作区</source>
        <translation>Change workspace</translation>
    </message>
    <message>
        <source>到地图</source>
        <translation>To the map</translation>
    </message>
    <message>
        <source>到户牌栏：扫码或输入</source>
        <translation>To the tag field: scan or type</translation>
    </message>
    <message>
        <source>到流量滑块</source>
        <translation>To the flow slider</translation>
    </message>
    <message>
        <source>到量级边界</source>
        <translation>To the bound of a tier</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>办结时加处置后照片</source>
        <translation>On closing: add photos after treatment</translation>
    </message>
    <message>
        <source>发通话链接</source>
        <translation>Send a call link</translation>
    </message>
    <message>
        <source>回放：上一个、下一个标记</source>
        <translation>Replay: mark before, next mark</translation>
    </message>
    <message>
        <source>回放：进入，或回到实况</source>
        <translation>Replay: enter, or back to live</translation>
    </message>
    <message>
        <source>图层表格</source>
        <translation>Layer table</translation>
    </message>
    <message>
        <source>圈选人员与队伍</source>
        <translation>Lasso people and squads</translation>
    </message>
    <message>
        <source>在找人框内打电话</source>
        <translation>Call from the finder</translation>
    </message>
    <message>
        <source>在找人框内视频呼叫</source>
        <translation>Video call from the finder</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>复制表格所选行</source>
        <translation>Copy chosen rows of a table</translation>
    </message>
    <message>
        <source>复制险情报告全文</source>
        <translation>Copy the whole incident report</translation>
    </message>
    <message>
        <source>定险情等级：重大、较大、一般</source>
        <translation>Grade an incident: major, large, minor</translation>
    </message>
    <message>
        <source>巡查事件</source>
        <translation>Patrol reports</translation>
    </message>
    <message>
        <source>平安计时</source>
        <translation>Welfare timers</translation>
    </message>
    <message>
        <source>并列比较两个流量</source>
        <translation>Compare two flows side by side</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>并案时对调主次</source>
        <translation>When merging: swap main and second</translation>
    </message>
    <message>
        <source>开、收大屏</source>
        <translation>Open or close the wall</translation>
    </message>
    <message>
        <source>归件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>录像</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>录入接报</source>
        <translation>Enter a report</translation>
    </message>
    <message>
        <source>录入预报</source>
        <translation>Enter forecast</translation>
    </message>
    <message>
        <source>截图存证</source>
        <translation>Keep the picture as evidence</translation>
    </message>
    <message>
        <source>所选岗位：同意、不同意、弃权</source>
        <translation>Chosen role: go, no-go, abstain</translation>
    </message>
    <message>
        <source>手机接入与登记</source>
        <translation>Phone access and enrolment</translation>
    </message>
    <message>
        <source>打开签发单</source>
        <translation>Open the sign-off sheet</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>扫到户牌后：已通知、已签收、撤离中、已撤离、拒绝撤离、下落不明</source>
        <translation>After a tag: told, acknowledged, leaving, evacuated, refuses, missing</translation>
    </message>
    <message>
        <source>找人、队伍、网格、任务</source>
        <translation>Find people, squads, grids, tasks</translation>
    </message>
    <message>
        <source>找地点、在本页查找</source>
        <translation>Find a place, find on this page</translation>
    </message>
    <message>
        <source>报警单</source>
        <translation>Alarm list</translation>
    </message>
    <message>
        <source>按建议定级</source>
        <translation>Grade as suggested</translation>
    </message>
    <message>
        <source>换人接班</source>
        <translation>Change the watch</translation>
    </message>
    <message>
        <source>接上级令</source>
        <translation>Superior order</translation>
    </message>
    <message>
        <source>收入新到的接报</source>
        <translation>Take in new reports</translation>
    </message>
    <message>
        <source>收起表单（内容保留）、回到实况</source>
        <translation>Close a form (contents kept), back to live</translation>
    </message>
    <message>
        <source>改打电话</source>
        <translation>Telephone instead</translation>
    </message>
    <message>
        <source>文件预览：整页、页宽</source>
        <translation>Preview: whole page, page width</translation>
    </message>
    <message>
        <source>文件：快报、纪要、日志等，一键成文</source>
        <translation>Documents: flash report, minutes, log … made in one click</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>更正选中的报汛</source>
        <translation>Amend the chosen reading</translation>
    </message>
    <message>
        <source>本台静音</source>
        <translation>Mute this desk</translation>
    </message>
    <message>
        <source>来文来电：最新的未阅</source>
        <translation>Messages: newest not noted</translation>
    </message>
    <message>
        <source>来文来电：登记一条</source>
        <translation>Messages: log one</translation>
    </message>
    <message>
        <source>来文来电：签阅</source>
        <translation>Messages: mark as noted</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>框选人员与队伍</source>
        <translation>Box-select people and squads</translation>
    </message>
    <message>
        <source>水情与推演</source>
        <translation>River and what-if</translation>
    </message>
    <message>
        <source>水情的各页</source>
        <translation>Pages of River</translation>
    </message>
    <message>
        <source>流量大步</source>
        <translation>Flow, large step</translation>
    </message>
    <message>
        <source>流量小步</source>
        <translation>Flow, small step</translation>
    </message>
    <message>
        <source>演示时钟暂停或继续</source>
        <translation>Pause or resume the demonstration clock</translation>
    </message>
    <message>
        <source>演示步骤：上移、下移</source>
        <translation>Presenter steps: move up, down</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll-call</translation>
    </message>
    <message>
        <source>照片：前后对照方式</source>
        <translation>Photo: before and after mode</translation>
    </message>
    <message>
        <source>照片：播放或暂停视频</source>
        <translation>Photo: play or pause the video</translation>
    </message>
    <message>
        <source>照片：放大、缩小</source>
        <translation>Photo: larger, smaller</translation>
    </message>
    <message>
        <source>照片：用系统程序打开</source>
        <translation>Photo: open with the system's program</translation>
    </message>
    <message>
        <source>照片：适合窗口、原大小</source>
        <translation>Photo: fit the window, full size</translation>
    </message>
    <message>
        <source>登记通话结果</source>
        <translation>Log the outcome of a call</translation>
    </message>
    <message>
        <source>看全镇</source>
        <translation>Whole town</translation>
    </message>
    <message>
        <source>看照片</source>
        <translation>Look at the photos</translation>
    </message>
    <message>
        <source>签发、提交表单</source>
        <translation>Sign off, send a form</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>结束会商，形成纪要</source>
        <translation>End the briefing, make the minutes</translation>
    </message>
    <message>
        <source>结束通话</source>
        <translation>End the call</translation>
    </message>
    <message>
        <source>观摩演示中：下一步、上一步</source>
        <translation>While presenting: next step, step before</translation>
    </message>
    <message>
        <source>观摩演示：开始、结束</source>
        <translation>Presenter: start, end</translation>
    </message>
    <message>
        <source>视频呼叫</source>
        <translation>Video call</translation>
    </message>
    <message>
        <source>视频通话</source>
        <translation>Video call</translation>
    </message>
    <message>
        <source>记入议程的一栏、作出决定</source>
        <translation>Record an agenda item, take the decision</translation>
    </message>
    <message>
        <source>请更多人进来</source>
        <translation>Ask more people in</translation>
    </message>
    <message>
        <source>调度</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>转险情</source>
        <translation>Make an incident</translation>
    </message>
    <message>
        <source>迁安</source>
        <translation>Relocation</translation>
    </message>
    <message>
        <source>逐人群呼</source>
        <translation>Call each in turn</translation>
    </message>
    <message>
        <source>重新查询日志（复盘）</source>
        <translation>Query the journal again (Record)</translation>
    </message>
    <message>
        <source>量距</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>键盘一览</source>
        <translation>Map of keys</translation>
    </message>
    <message>
        <source>预案只看有效条目</source>
        <translation>Plan: only what is in force</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>或</source>
        <translation>or</translation>
    </message>
    <message>
        <source>找按键或动作</source>
        <translation>Find a key or an act</translation>
    </message>
    <message>
        <source>没有这样的按键</source>
        <translation>No such key</translation>
    </message>
    <message>
        <source>键盘一览</source>
        <translation>Map of keys</translation>
    </message>
</context>
<context>
    <name>KindList</name>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
</context>
<context>
    <name>KnockLine</name>
    <message>
        <source>另有 {0} 部</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>打开“系统 · 手机”</source>
        <translation>Open System · Phones</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>LadderEdit</name>
    <message>
        <source> 分</source>
        <translation> min</translation>
    </message>
    <message>
        <source>{0}等候多久</source>
        <translation>Wait on {0}</translation>
    </message>
    <message>
        <source>多久不应答就转下一级；0 = 等人手工转级。{0}</source>
        <translation>Next rung after this long without an answer; 0 = a person moves on. {0}</translation>
    </message>
    <message>
        <source>由人转级</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>等 </source>
        <translation>wait </translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>不关</source>
        <translation>Keep open</translation>
    </message>
    <message>
        <source>关闭后本机不再报警，外场的报告进不来；已记录的都已保存。</source>
        <translation>Once closed, this machine raises no alarms and field reports do not come in; all that was recorded is saved.</translation>
    </message>
    <message>
        <source>关闭指挥台</source>
        <translation>Close the desk</translation>
    </message>
    <message>
        <source>关闭指挥台？</source>
        <translation>Close the desk?</translation>
    </message>
    <message>
        <source>关闭演练桌面</source>
        <translation>Close drill desk</translation>
    </message>
    <message>
        <source>关闭演练桌面？</source>
        <translation>Close the drill desk?</translation>
    </message>
    <message>
        <source>外场手机正在接入</source>
        <translation>Field phones are connected</translation>
    </message>
    <message>
        <source>导调台一并关闭；实况桌面不受影响，可在那里的“演练”页继续这次演练。</source>
        <translation>Exercise control closes too; the live desk is not touched, and its Drill page can continue this drill.</translation>
    </message>
    <message>
        <source>有 {0} 条报警未确认</source>
        <translation>{0} alarms are unacknowledged</translation>
    </message>
    <message>
        <source>演练还没有结束</source>
        <translation>The drill has not ended</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>人口</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>余位</source>
        <translation>Places left</translation>
    </message>
    <message>
        <source>去向台账：种植户、重点人员、迁安户合计；受影响 / 全部</source>
        <translation>Whereabouts of growers, key people and households; at risk / all</translation>
    </message>
    <message>
        <source>受影响</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelters</translation>
    </message>
    <message>
        <source>容量</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>对口人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>对口户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>已转出</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>未登记村</source>
        <translation>No village registered</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>没有安置点台账</source>
        <translation>No register of shelters</translation>
    </message>
    <message>
        <source>没有迁安台账</source>
        <translation>No relocation register</translation>
    </message>
    <message>
        <source>滩别 / 村</source>
        <translation>Terrace / village</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Keeper</translation>
    </message>
</context>
<context>
    <name>LeveeWater</name>
    <message>
        <source>{0:g} m</source>
        <translation>{0:g} m</translation>
    </message>
    <message>
        <source>按桩号的偎堤水深</source>
        <translation>Water at the levee by chainage</translation>
    </message>
</context>
<context>
    <name>LevelPage</name>
    <message>
        <source>依据 {0}</source>
        <translation>By {0}</translation>
    </message>
    <message>
        <source>始于 {0} · {1}</source>
        <translation>Since {0} · {1}</translation>
    </message>
    <message>
        <source>实况 {0}</source>
        <translation>Live {0}</translation>
    </message>
    <message>
        <source>指挥部决定</source>
        <translation>Decision of the HQ</translation>
    </message>
    <message>
        <source>推演 {0} m³/s</source>
        <translation>What-if {0} m³/s</translation>
    </message>
    <message>
        <source>规则建议 {0}</source>
        <translation>Suggested: {0}</translation>
    </message>
    <message>
        <source>预警响应</source>
        <translation>Warning and response</translation>
    </message>
</context>
<context>
    <name>LevelPlate</name>
    <message>
        <source>建议，未签发</source>
        <translation>Suggested, not signed</translation>
    </message>
    <message>
        <source>推演，未生效</source>
        <translation>What-if, not in force</translation>
    </message>
    <message>
        <source>现行响应</source>
        <translation>Response in force</translation>
    </message>
</context>
<context>
    <name>LinkChip</name>
    <message>
        <source>{0} 在线</source>
        <translation>{0} online</translation>
    </message>
    <message>
        <source>{0} 部手机等待确认</source>
        <translation>Phones to be confirmed: {0}</translation>
    </message>
    <message>
        <source>仅本机</source>
        <translation>Local only</translation>
    </message>
    <message>
        <source>发件箱</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>发件箱故障</source>
        <translation>Outbox fault</translation>
    </message>
    <message>
        <source>发件箱：待发 {0}，未发出 {1}</source>
        <translation>Outbox: {0} waiting, {1} failed</translation>
    </message>
    <message>
        <source>启动中</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>已开放 {0}，在线 {1} 部</source>
        <translation>Open on {0}, {1} phones online</translation>
    </message>
    <message>
        <source>待发 {0}</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>待确认 {0}</source>
        <translation>{0} to confirm</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phones</translation>
    </message>
    <message>
        <source>手机接入正在启动</source>
        <translation>Phone access is starting</translation>
    </message>
    <message>
        <source>手机接入没有启动</source>
        <translation>Phone access is not running</translation>
    </message>
    <message>
        <source>手机现在连不上</source>
        <translation>Phones cannot connect now</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>未发出 {0}</source>
        <translation>{0} failed</translation>
    </message>
    <message>
        <source>未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>没有开放：只有本机能用，一线手机连不上</source>
        <translation>Not opened: only this machine; phones cannot connect</translation>
    </message>
    <message>
        <source>点按打开“系统 · 手机”（Ctrl+Shift+P）</source>
        <translation>Click for System · Phones (Ctrl+Shift+P)</translation>
    </message>
</context>
<context>
    <name>LinksTab</name>
    <message>
        <source>PEM，与证书链配套</source>
        <translation>PEM, belongs to the chain</translation>
    </message>
    <message>
        <source>PEM；空为本机自建，重启后生效</source>
        <translation>PEM; empty: our own; after a restart</translation>
    </message>
    <message>
        <source>上级平台或水情公报网址(&amp;P)</source>
        <translation>Superior &amp;platform or bulletin</translation>
    </message>
    <message>
        <source>不填即不连接外网；席位照常使用自带底图和人工录入。</source>
        <translation>Left empty, nothing is fetched: the desk works with its own base map and entries by hand.</translation>
    </message>
    <message>
        <source>与单位证书一致</source>
        <translation>As in the own certificate</translation>
    </message>
    <message>
        <source>写进推送正文和手机页面</source>
        <translation>Stands in pushes and on the phone page</translation>
    </message>
    <message>
        <source>单位证书私钥文件(&amp;K)</source>
        <translation>Own certificate &amp;key</translation>
    </message>
    <message>
        <source>单位证书链文件(&amp;C)</source>
        <translation>Own certificate &amp;chain</translation>
    </message>
    <message>
        <source>存放 *.mbtiles 的文件夹</source>
        <translation>Folder of *.mbtiles</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>应用 {0} 项</source>
        <translation>Apply {0}</translation>
    </message>
    <message>
        <source>底图服务网址模板(&amp;T)</source>
        <translation>Base &amp;tile template</translation>
    </message>
    <message>
        <source>底图署名(&amp;A)</source>
        <translation>Tile &amp;attribution</translation>
    </message>
    <message>
        <source>手机访问的域名(&amp;N)</source>
        <translation>Domain &amp;name for phones</translation>
    </message>
    <message>
        <source>按服务方要求署名</source>
        <translation>As the provider asks</translation>
    </message>
    <message>
        <source>数据库地址(&amp;D)</source>
        <translation>&amp;Database address</translation>
    </message>
    <message>
        <source>离线底图文件夹(&amp;M)</source>
        <translation>Offline tiles (&amp;MBTiles)</translation>
    </message>
    <message>
        <source>空为本机；多席位填 postgresql://…，重启后生效</source>
        <translation>Empty: this machine; several seats: postgresql://…; after a restart</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Revert</translation>
    </message>
    <message>
        <source>防汛办值班电话(&amp;L)</source>
        <translation>Watch phone of flood office (&amp;L)</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>两个流量之间没有差别</source>
        <translation>No difference between the two flows</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>在上表选两行（Ctrl+点选），这里列出两个流量之间的差别</source>
        <translation>Choose two rows above (Ctrl+click) to list the difference of the two flows here</translation>
    </message>
    <message>
        <source>地块</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>指令</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>种植户</source>
        <translation>Growers</translation>
    </message>
    <message>
        <source>种植户与地块</source>
        <translation>Growers and plots</translation>
    </message>
    <message>
        <source>级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>重点人员</source>
        <translation>Key people</translation>
    </message>
    <message>
        <source>面积 亩</source>
        <translation>Area mu</translation>
    </message>
</context>
<context>
    <name>LookTab</name>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>主题(&amp;T)</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>字号比例(&amp;S)</source>
        <translation>Font &amp;scale</translation>
    </message>
    <message>
        <source>恢复默认布局</source>
        <translation>Restore layout</translation>
    </message>
    <message>
        <source>把浮动、移动过的面板放回原位</source>
        <translation>Put detached and moved panels back</translation>
    </message>
    <message>
        <source>浅色（日间）</source>
        <translation>Light (daytime)</translation>
    </message>
    <message>
        <source>深色（指挥大厅）</source>
        <translation>Dark (command room)</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>语言(&amp;L)</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>语言在下次启动时生效；主题和字号立即生效。</source>
        <translation>Language takes effect at the next start; theme and font scale at once.</translation>
    </message>
</context>
<context>
    <name>Machinery</name>
    <message>
        <source> · 在用</source>
        <translation> · in use</translation>
    </message>
    <message>
        <source>{0:g} m</source>
        <translation>{0:g} m</translation>
    </message>
    <message>
        <source>{0:g} m 网格：{1}</source>
        <translation>{0:g} m cells: {1}</translation>
    </message>
    <message>
        <source>{0}/{1} 个流量</source>
        <translation>{0}/{1} flows</translation>
    </message>
    <message>
        <source>按今天的地形、糙率和过程线重新计算全部方案，在后台进行</source>
        <translation>Run all scenarios again on today's terrain, friction and hydrograph, in the background</translation>
    </message>
    <message>
        <source>方案库</source>
        <translation>Scenario library</translation>
    </message>
    <message>
        <source>方案库已过时：{0}已改</source>
        <translation>Library out of date: {0} changed</translation>
    </message>
    <message>
        <source>最差 ±{0:.0f} cm（{1} m³/s）</source>
        <translation>worst ±{0:.0f} cm ({1} m³/s)</translation>
    </message>
    <message>
        <source>比对误差</source>
        <translation>Left-out error</translation>
    </message>
    <message>
        <source>没有进行中的计算</source>
        <translation>No runs going on</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>计算</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>还没有方案</source>
        <translation>No scenario yet</translation>
    </message>
    <message>
        <source>重算方案库</source>
        <translation>Remake library</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>【演练】{0}</source>
        <translation>[EXERCISE] {0}</translation>
    </message>
    <message>
        <source>安澜 · 花园口镇防汛指挥部</source>
        <translation>Anlan · Huayuankou Town Flood HQ</translation>
    </message>
</context>
<context>
    <name>MapField</name>
    <message>
        <source>
正在巡 {0}</source>
        <translation>
now patrolling {0}</translation>
    </message>
    <message>
        <source>{0}
位置 {1}，误差 ±{2:.0f} 米</source>
        <translation>{0}
position {1}, error ±{2:.0f} m</translation>
    </message>
    <message>
        <source>{0}（现行间隔 {1}）</source>
        <translation>{0} (interval now {1})</translation>
    </message>
</context>
<context>
    <name>MapImportSheet</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>GeoTIFF 水深栅格；或带水深的面：GeoJSON、Shapefile(zip)、GPKG、CSV-WKT</source>
        <translation>GeoTIFF, or polygons with depth: GeoJSON, Shapefile (zip), GPKG, CSV-WKT</translation>
    </message>
    <message>
        <source>不写明基面的成果只有水深，没有水位</source>
        <translation>Without a datum a map gives depths only, no stages</translation>
    </message>
    <message>
        <source>名称(&amp;N)</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>哪一列是水深（米）；分级水深取上限</source>
        <translation>Column with the depth (m); of classes the upper bound is taken</translation>
    </message>
    <message>
        <source>在方案列表里的名字；不填用文件名</source>
        <translation>Name in the list of scenarios; blank: the file name</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>CRS</translation>
    </message>
    <message>
        <source>坐标系(&amp;C)</source>
        <translation>&amp;CRS</translation>
    </message>
    <message>
        <source>外来成果与本机成果同等显示，图上始终注明来源；文件读入后存一份在本机，原文件不动。</source>
        <translation>Imported maps are shown like our own, always with their source. The file is read and a copy kept on this machine; the original is left alone.</translation>
    </message>
    <message>
        <source>对应流量(&amp;Q)</source>
        <translation>Flow (&amp;Q)</translation>
    </message>
    <message>
        <source>导入外来淹没成果</source>
        <translation>Import an inundation map</translation>
    </message>
    <message>
        <source>导入并放到方案 B</source>
        <translation>Import and put in scenario B</translation>
    </message>
    <message>
        <source>已导入“{0}”，放到方案 B。</source>
        <translation>"{0}" imported, put in scenario B.</translation>
    </message>
    <message>
        <source>必填，如：黄委设计院 2024 年《…》；谁算的、依据什么</source>
        <translation>Required, e.g. YRCC design institute 2024, "…"; who computed it, on what basis</translation>
    </message>
    <message>
        <source>成图时间(&amp;M)</source>
        <translation>&amp;Made at</translation>
    </message>
    <message>
        <source>成果来源(&amp;S)</source>
        <translation>&amp;Source of the map</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>按文件的修改时间填，请核对</source>
        <translation>Set to the date of the file: please check</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>文件没有坐标系，请写明</source>
        <translation>The file has no CRS: state it</translation>
    </message>
    <message>
        <source>文件自带时可不填，如 EPSG:4547</source>
        <translation>Not needed where the file has one, e.g. EPSG:4547</translation>
    </message>
    <message>
        <source>文件自带：{0}</source>
        <translation>From the file: {0}</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>水深字段</source>
        <translation>Depth field</translation>
    </message>
    <message>
        <source>水深字段(&amp;W)</source>
        <translation>Depth field (&amp;W)</translation>
    </message>
    <message>
        <source>没有值的单元是无水（不勾选则按“不明”处理）</source>
        <translation>Cells without a value are dry (unticked: taken as unknown)</translation>
    </message>
    <message>
        <source>淹没成果 (*.tif *.tiff *.asc *.img *.vrt *.geojson *.json *.shp *.zip *.gpkg *.csv)</source>
        <translation>Inundation maps (*.tif *.tiff *.asc *.img *.vrt *.geojson *.json *.shp *.zip *.gpkg *.csv)</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>请写明成果来源</source>
        <translation>State the source of the map</translation>
    </message>
    <message>
        <source>选取…(&amp;O)</source>
        <translation>Ch&amp;oose…</translation>
    </message>
    <message>
        <source>选取文件、写明来源即可导入</source>
        <translation>Choose a file and state its source to import</translation>
    </message>
    <message>
        <source>选取淹没成果</source>
        <translation>Choose an inundation map</translation>
    </message>
    <message>
        <source>高程基面</source>
        <translation>Vertical datum</translation>
    </message>
    <message>
        <source>高程基面(&amp;D)</source>
        <translation>Vertical &amp;datum</translation>
    </message>
</context>
<context>
    <name>MapNote</name>
    <message>
        <source>{rows} 个图形没有面积或水深，略去</source>
        <translation>Shapes without area or depth left out: {rows}</translation>
    </message>
    <message>
        <source>分级水深取上限</source>
        <translation>depth classes: upper bound taken</translation>
    </message>
    <message>
        <source>只取本镇附近</source>
        <translation>Only the part near this town is taken</translation>
    </message>
    <message>
        <source>没有值的单元按声明作无水</source>
        <translation>Cells without a value are dry, as declared</translation>
    </message>
    <message>
        <source>没有到达时间</source>
        <translation>No arrival times</translation>
    </message>
    <message>
        <source>没有声明高程基面</source>
        <translation>No vertical datum declared</translation>
    </message>
    <message>
        <source>由 {from_m} m 并为 {to_m} m 网格，取最深</source>
        <translation>Merged from {from_m} m to {to_m} m cells, deepest taken</translation>
    </message>
    <message>
        <source>由另一坐标系转换</source>
        <translation>Converted from another CRS</translation>
    </message>
    <message>
        <source>略低于零的水深按零</source>
        <translation>Depths a little below zero taken as zero</translation>
    </message>
    <message>
        <source>疑似无值标记的数字按不明处理</source>
        <translation>Numbers that look like no-data marks taken as unknown</translation>
    </message>
    <message>
        <source>部分单元没有值，按不明处理</source>
        <translation>Some cells have no value: taken as unknown</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>上水地块</source>
        <translation>Plots flooded</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>任务超时</source>
        <translation>Tasks late</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>大堤坝岸</source>
        <translation>Levees and spurs</translation>
    </message>
    <message>
        <source>待核实</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>推演上水</source>
        <translation>Flooded in what-if</translation>
    </message>
    <message>
        <source>有人未叫应</source>
        <translation>People not reached</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>全镇</source>
        <translation>Whole town</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>图层表格</source>
        <translation>Layer table</translation>
    </message>
    <message>
        <source>圈选 {0} 人/队，已送入快捷调度</source>
        <translation>{0} people or squads selected, sent to quick dispatch</translation>
    </message>
    <message>
        <source>圈选人员与队伍</source>
        <translation>Lasso people and squads</translation>
    </message>
    <message>
        <source>地图进程反复中断，已停用；表格视图仍可用（Ctrl+T）</source>
        <translation>The map keeps stopping and was turned off; the table still works (Ctrl+T)</translation>
    </message>
    <message>
        <source>底图瓦片</source>
        <translation>Base tiles</translation>
    </message>
    <message>
        <source>框选人员与队伍</source>
        <translation>Box-select people and squads</translation>
    </message>
    <message>
        <source>量距</source>
        <translation>Measure</translation>
    </message>
</context>
<context>
    <name>MapRefused</name>
    <message>
        <source>不认识的格式 {ending}（可用 GeoTIFF、GeoJSON、Shapefile、CSV-WKT）</source>
        <translation>Unknown format {ending} (GeoTIFF, GeoJSON, Shapefile, CSV-WKT can be used)</translation>
    </message>
    <message>
        <source>写不进去：{reason}</source>
        <translation>Cannot write: {reason}</translation>
    </message>
    <message>
        <source>图形太多，请先简化</source>
        <translation>Too many shapes: simplify first</translation>
    </message>
    <message>
        <source>坐标系与声明的不一致，请核对</source>
        <translation>CRS differs from the one declared: check</translation>
    </message>
    <message>
        <source>声明的坐标系无法识别</source>
        <translation>The declared CRS is not recognised</translation>
    </message>
    <message>
        <source>成果范围不含本镇，请核对坐标系</source>
        <translation>The map does not cover this town: check the CRS</translation>
    </message>
    <message>
        <source>成果里没有水</source>
        <translation>The map holds no water</translation>
    </message>
    <message>
        <source>成果里没有面</source>
        <translation>The map holds no polygons</translation>
    </message>
    <message>
        <source>文件没有坐标系，请写明，如 EPSG:4547</source>
        <translation>The file has no CRS: state it, e.g. EPSG:4547</translation>
    </message>
    <message>
        <source>文件读不出来：{reason}</source>
        <translation>The file cannot be read: {reason}</translation>
    </message>
    <message>
        <source>水深不是数字</source>
        <translation>The depth is not a number</translation>
    </message>
    <message>
        <source>水深大得不可能，请核对单位</source>
        <translation>The depth is impossibly large: check the unit</translation>
    </message>
    <message>
        <source>水深有负值</source>
        <translation>Depth below zero</translation>
    </message>
    <message>
        <source>没有水深字段，请写明是哪一列</source>
        <translation>No depth field: say which column it is</translation>
    </message>
    <message>
        <source>没有这个文件</source>
        <translation>There is no such file</translation>
    </message>
    <message>
        <source>请写明成果来源</source>
        <translation>State the source of the map</translation>
    </message>
</context>
<context>
    <name>MapTable</name>
    <message>
        <source>{0} 个要素</source>
        <translation>{0} features</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Lat.</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Lon.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>还没有接报</source>
        <translation>No reports yet</translation>
    </message>
    <message>
        <source>这一图层没有要素</source>
        <translation>This layer has no features</translation>
    </message>
</context>
<context>
    <name>MapWater</name>
    <message>
        <source>到达时间 h</source>
        <translation>Arrival h</translation>
    </message>
    <message>
        <source>危险度 h·v m²/s</source>
        <translation>Hazard h·v m²/s</translation>
    </message>
    <message>
        <source>最大流速 m/s</source>
        <translation>Max. velocity m/s</translation>
    </message>
    <message>
        <source>水深差 B−A m</source>
        <translation>Depth B−A m</translation>
    </message>
    <message>
        <source>淹没历时 h</source>
        <translation>Duration h</translation>
    </message>
    <message>
        <source>淹没水深 m</source>
        <translation>Inundation depth m</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>一般</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>事件与险情</source>
        <translation>Reports and incidents</translation>
    </message>
    <message>
        <source>事件：形状=等级，填充=状态</source>
        <translation>Reports: shape = grade, fill = state</translation>
    </message>
    <message>
        <source>事件：颜色=大类</source>
        <translation>Reports: colour = category</translation>
    </message>
    <message>
        <source>人员位置</source>
        <translation>Position of a person</translation>
    </message>
    <message>
        <source>人员位置（本人共享）</source>
        <translation>Positions of people (shared by them)</translation>
    </message>
    <message>
        <source>半实=处置中</source>
        <translation>Half = in hand</translation>
    </message>
    <message>
        <source>圈</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>在位</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>地块</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>地块上水（实况）</source>
        <translation>Plot flooded (live)</translation>
    </message>
    <message>
        <source>地块上水（推演）</source>
        <translation>Plot flooded (what-if)</translation>
    </message>
    <message>
        <source>堤段超过巡查间隔（虚线=无记录）</source>
        <translation>Reach beyond patrol interval (dashed = no record)</translation>
    </message>
    <message>
        <source>大堤、坝岸</source>
        <translation>Levees, spurs</translation>
    </message>
    <message>
        <source>大堤与坝岸</source>
        <translation>Levees and spurs</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelters</translation>
    </message>
    <message>
        <source>实心=已核实</source>
        <translation>Solid = verified</translation>
    </message>
    <message>
        <source>巡查轨迹</source>
        <translation>Patrol tracks</translation>
    </message>
    <message>
        <source>已确认险情</source>
        <translation>Confirmed incident</translation>
    </message>
    <message>
        <source>带芯</source>
        <translation>With core</translation>
    </message>
    <message>
        <source>底图</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>智能石头</source>
        <translation>Smart stones</translation>
    </message>
    <message>
        <source>正在巡查</source>
        <translation>Patrolling now</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>漏巡堤段</source>
        <translation>Reaches not patrolled</translation>
    </message>
    <message>
        <source>物资仓库</source>
        <translation>Depots</translation>
    </message>
    <message>
        <source>物资（圈=低于下限）</source>
        <translation>Stock (ring = below reserve)</translation>
    </message>
    <message>
        <source>石头移位/走失</source>
        <translation>Stone moved/lost</translation>
    </message>
    <message>
        <source>空心=10 分钟前</source>
        <translation>Hollow = 10 min ago</translation>
    </message>
    <message>
        <source>空心=待核实</source>
        <translation>Hollow = unverified</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grids</translation>
    </message>
    <message>
        <source>网格人员</source>
        <translation>Grid workers</translation>
    </message>
    <message>
        <source>网格人员（驻点）</source>
        <translation>Grid worker (post)</translation>
    </message>
    <message>
        <source>网格有人未叫应</source>
        <translation>Grid with people not reached</translation>
    </message>
    <message>
        <source>网格有任务超时</source>
        <translation>Grid with overdue task</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>视频（空心=离线）</source>
        <translation>Camera (hollow = offline)</translation>
    </message>
    <message>
        <source>责任段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>较大</source>
        <translation>Serious</translation>
    </message>
    <message>
        <source>迁安与运料路线</source>
        <translation>Relocation and haul routes</translation>
    </message>
    <message>
        <source>重大</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>重点关注人员</source>
        <translation>Key people</translation>
    </message>
    <message>
        <source>队伍</source>
        <translation>Squads</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>需要处置</source>
        <translation>Needs action</translation>
    </message>
</context>
<context>
    <name>MeasureForm</name>
    <message>
        <source>定级依据</source>
        <translation>Basis of the grade</translation>
    </message>
    <message>
        <source>应在 {0} {1} 之间</source>
        <translation>Must lie within {0} {1}</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>not given</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>{0}，相隔 {1:.0f} 分</source>
        <translation>{0}, {1:.0f} min apart</translation>
    </message>
    <message>
        <source>与 {0} 件相近（最近一件{1}）</source>
        <translation>Like {0} others (nearest {1})</translation>
    </message>
    <message>
        <source>同一地点</source>
        <translation>same place</translation>
    </message>
    <message>
        <source>相距 {0}</source>
        <translation>{0} apart</translation>
    </message>
</context>
<context>
    <name>MergeForm</name>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>并案：这些说的是不是同一件事？</source>
        <translation>Merge: do these tell of the same matter?</translation>
    </message>
    <message>
        <source>手工选中</source>
        <translation>chosen by hand</translation>
    </message>
    <message>
        <source>把 {0} 件并入“{1}”</source>
        <translation>Merge {0} into "{1}"</translation>
    </message>
    <message>
        <source>没有相近的事件</source>
        <translation>No similar reports</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Notes (optional)</translation>
    </message>
    <message>
        <source>选中的并入左边这件；Ctrl+S 左右互换，Ctrl+单击多选</source>
        <translation>Those chosen merge into the one at left; Ctrl+S swaps, Ctrl+click chooses several</translation>
    </message>
    <message>
        <source>附近没有同类的未办结事件；可在列表里多选后再并案</source>
        <translation>No open report of this kind nearby; choose several in the list to merge them</translation>
    </message>
</context>
<context>
    <name>MessageDetail</name>
    <message>
        <source>{0} {1} 回复</source>
        <translation>answered by {0}, {1}</translation>
    </message>
    <message>
        <source>{0} {1} 签阅</source>
        <translation>noted by {0}, {1}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>去</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>回复内容：答了什么、何时办到</source>
        <translation>Answer: what was said, by when it is done</translation>
    </message>
    <message>
        <source>回复：{0}</source>
        <translation>Answer: {0}</translation>
    </message>
    <message>
        <source>来</source>
        <translation>In</translation>
    </message>
    <message>
        <source>签阅(&amp;T)</source>
        <translation>No&amp;ted</translation>
    </message>
    <message>
        <source>记下由席位用户签阅及时间（Alt+T）</source>
        <translation>Record that the desk user has noted it, and when (Alt+T)</translation>
    </message>
    <message>
        <source>记入回复(&amp;W)</source>
        <translation>Ans&amp;wer</translation>
    </message>
    <message>
        <source>记入回复，同时签阅（Ctrl+回车）</source>
        <translation>Record the answer; also marks it noted (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>请写回复内容</source>
        <translation>Write the answer</translation>
    </message>
    <message>
        <source>选一条，看全文和办理情况</source>
        <translation>Choose a message to see it whole and how it was handled</translation>
    </message>
    <message>
        <source>须于 {0} 前回复</source>
        <translation>answer by {0}</translation>
    </message>
</context>
<context>
    <name>MessageEntry</name>
    <message>
        <source>Ctrl+回车</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>不需回复；或 14:30；或 30（分钟）</source>
        <translation>none; 14:30; 30 (min)</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>内容：照原话记，数字、桩号、时间写全</source>
        <translation>Text: as said, with all figures, chainages and times</translation>
    </message>
    <message>
        <source>去(&amp;U)</source>
        <translation>O&amp;ut</translation>
    </message>
    <message>
        <source>去文去电（Alt+U）</source>
        <translation>Outgoing message (Alt+U)</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>回复时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>回复时限写成 14:30，或 30（分钟）</source>
        <translation>Write when the answer is due as 14:30, or 30 (min)</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>Other end</translation>
    </message>
    <message>
        <source>对方单位、姓名（登记过的会提示）</source>
        <translation>office, name (known offered)</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>时间写成 14:30 的样子</source>
        <translation>Write the time as 14:30</translation>
    </message>
    <message>
        <source>来(&amp;I)</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>来文来电（Alt+I）</source>
        <translation>Incoming message (Alt+I)</translation>
    </message>
    <message>
        <source>此刻；或 14:30</source>
        <translation>now; or 14:30</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>登记去文去电(&amp;R)</source>
        <translation>&amp;Record outgoing</translation>
    </message>
    <message>
        <source>登记来文来电(&amp;R)</source>
        <translation>&amp;Record incoming</translation>
    </message>
    <message>
        <source>请写内容</source>
        <translation>Write the text</translation>
    </message>
    <message>
        <source>请写对方</source>
        <translation>Write the other end</translation>
    </message>
    <message>
        <source>须于 {0} 前回复</source>
        <translation>answer by {0}</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>{0}（另有 {1} 条未阅）</source>
        <translation>{0} ({1} more not noted)</translation>
    </message>
    <message>
        <source>到来文来电（{0}）</source>
        <translation>To the messages ({0})</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起这一行，仍计入未阅</source>
        <translation>Put the line away; it still counts as not noted</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{0}·{1} {2}：{3}</source>
        <translation>{0} · {1} {2}: {3}</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>去</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>Other end</translation>
    </message>
    <message>
        <source>已复 {0}</source>
        <translation>answered {0}</translation>
    </message>
    <message>
        <source>已阅 {0}</source>
        <translation>noted {0}</translation>
    </message>
    <message>
        <source>待复 {0}</source>
        <translation>to answer, {0}</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未阅</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>来</source>
        <translation>In</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>去</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>各种方式</source>
        <translation>All media</translation>
    </message>
    <message>
        <source>待复</source>
        <translation>To answer</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>未阅</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>来</source>
        <translation>In</translation>
    </message>
    <message>
        <source>来文来电登记簿</source>
        <translation>Message book</translation>
    </message>
    <message>
        <source>查对方、内容、回复</source>
        <translation>Find sender, text, answer</translation>
    </message>
    <message>
        <source>没有符合的来文来电</source>
        <translation>No message matches</translation>
    </message>
    <message>
        <source>登记(&amp;N)</source>
        <translation>&amp;New entry</translation>
    </message>
    <message>
        <source>登记一条来文来电（Ctrl+N）</source>
        <translation>Log a message (Ctrl+N)</translation>
    </message>
    <message>
        <source>还没有来文来电。按 Ctrl+N 登记第一条。</source>
        <translation>No messages yet. Ctrl+N logs the first.</translation>
    </message>
</context>
<context>
    <name>MirrorView</name>
    <message>
        <source>{0} 处实测：模型平均{1} {2:.2f} m</source>
        <translation>Marks {0}: model {1} by {2:.2f} m on average</translation>
    </message>
    <message>
        <source>偏低</source>
        <translation>low</translation>
    </message>
    <message>
        <source>偏高</source>
        <translation>high</translation>
    </message>
    <message>
        <source>实测水位不足（可用 {0} 处），模型水面未经校核</source>
        <translation>Too few measured stages (usable: {0}): modelled water not checked</translation>
    </message>
    <message>
        <source>没有可用来校核的实测水位</source>
        <translation>No measured stages to check against</translation>
    </message>
    <message>
        <source>选“实况”为方案，这里比较模型水面与各处实测水位</source>
        <translation>Choose "Live" as scenario: modelled water is compared with the measured stages here</translation>
    </message>
    <message>
        <source>，离散 {0:.2f} m</source>
        <translation>, spread {0:.2f} m</translation>
    </message>
    <message>
        <source>；最大差在 {0}（{1:+.2f} m）</source>
        <translation>; largest at {0} ({1:+.2f} m)</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>{0} 人</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>{0} 项无人</source>
        <translation>{0} vacant</translation>
    </message>
    <message>
        <source>{0}此项任务(&amp;G)</source>
        <translation>{0} this task (&amp;G)</translation>
    </message>
    <message>
        <source>岗</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>按岗位派给在岗责任人：{0}</source>
        <translation>By role to those on duty: {0}</translation>
    </message>
    <message>
        <source>理由（必填）</source>
        <translation>Reason (required)</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Notes (optional)</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>请选定受领人</source>
        <translation>Choose an assignee</translation>
    </message>
    <message>
        <source>请附上至少一项凭证</source>
        <translation>Attach at least one piece of evidence</translation>
    </message>
    <message>
        <source>返回，所填内容保留（Esc）</source>
        <translation>Back; what was typed is kept (Esc)</translation>
    </message>
</context>
<context>
    <name>Muster</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>应答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
</context>
<context>
    <name>MusterSheet</name>
    <message>
        <source> 分钟内应答</source>
        <translation> min to answer</translation>
    </message>
    <message>
        <source>{0} {1} 人</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} 点名</source>
        <translation>Roll-call {0}</translation>
    </message>
    <message>
        <source>{0}中不点名：回到实况后再点</source>
        <translation>No roll-call in {0}: go back to live first</translation>
    </message>
    <message>
        <source>写明点什么名</source>
        <translation>Say what the roll-call is for</translation>
    </message>
    <message>
        <source>只叫未应答的：逐个打电话</source>
        <translation>Only those without an answer: telephone one after another</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>备注，可不填</source>
        <translation>Remarks (optional)</translation>
    </message>
    <message>
        <source>多久内应答</source>
        <translation>Time to answer</translation>
    </message>
    <message>
        <source>小结，可不填：如 3 人外出已由副职顶替</source>
        <translation>Summary, optional: e.g. 3 away, deputies stand in</translation>
    </message>
    <message>
        <source>开始点名</source>
        <translation>Start roll-call</translation>
    </message>
    <message>
        <source>开始点名 {0} 人</source>
        <translation>Start roll-call of {0}</translation>
    </message>
    <message>
        <source>开始计时（Ctrl+Enter）；有手机的人在手机上应答</source>
        <translation>Start the clock (Ctrl+Enter); those with phones answer there</translation>
    </message>
    <message>
        <source>改回未应答</source>
        <translation>Back to no answer</translation>
    </message>
    <message>
        <source>新点名…</source>
        <translation>New roll-call…</translation>
    </message>
    <message>
        <source>点什么名，如：马渡险工巡查组到位</source>
        <translation>What the roll-call is for, e.g. Madu works patrols in place</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll-call</translation>
    </message>
    <message>
        <source>点名事由</source>
        <translation>Purpose of the roll-call</translation>
    </message>
    <message>
        <source>点名小结</source>
        <translation>Summary of the roll-call</translation>
    </message>
    <message>
        <source>点谁的名</source>
        <translation>Whom to call up</translation>
    </message>
    <message>
        <source>电话叫未应答 {0} 人</source>
        <translation>Telephone {0} without answer</translation>
    </message>
    <message>
        <source>结束“{0}”</source>
        <translation>End "{0}"</translation>
    </message>
    <message>
        <source>给所选的人登记</source>
        <translation>Log for those chosen</translation>
    </message>
    <message>
        <source>还没有点名对象</source>
        <translation>Nobody to call up yet</translation>
    </message>
    <message>
        <source>还没有点名对象。按队伍、岗位、网格加入。</source>
        <translation>Nobody to call up yet. Add by squad, role, grid.</translation>
    </message>
    <message>
        <source>这一类没有人</source>
        <translation>Nobody in this class</translation>
    </message>
    <message>
        <source>限 {0} 分钟</source>
        <translation>within {0} min</translation>
    </message>
</context>
<context>
    <name>MusterWords</name>
    <message>
        <source>{0} {1} · 已应答 {2}/{3}</source>
        <translation>{0} {1} · {2}/{3} answered</translation>
    </message>
    <message>
        <source>{0} {1} 人</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} · 已结束</source>
        <translation>{0} · ended</translation>
    </message>
    <message>
        <source>{0}（迟）</source>
        <translation>{0} (late)</translation>
    </message>
    <message>
        <source>不能到</source>
        <translation>Cannot come</translation>
    </message>
    <message>
        <source>到</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>历时 {0}</source>
        <translation>lasted {0}</translation>
    </message>
    <message>
        <source>已返回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>平安计时告警：{0}</source>
        <translation>Welfare timer alarm: {0}</translation>
    </message>
    <message>
        <source>未应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>求援 {0}</source>
        <translation>Help {0}</translation>
    </message>
    <message>
        <source>需要支援</source>
        <translation>Needs help</translation>
    </message>
</context>
<context>
    <name>Near</name>
    <message>
        <source>{0} · 约 {1:.0f} 分</source>
        <translation>{0} · about {1:.0f} min</translation>
    </message>
    <message>
        <source>无路可达</source>
        <translation>no route</translation>
    </message>
    <message>
        <source>队</source>
        <translation>Sq</translation>
    </message>
</context>
<context>
    <name>NearTeams</name>
    <message>
        <source>估算用时的行进速度（设定，可改；大堤路面、带料）</source>
        <translation>Speed for the travel time (assumed, can be changed; levee road, with materials)</translation>
    </message>
    <message>
        <source>名册里没有在岗且有位置的人员或队伍</source>
        <translation>Nobody on duty with a position in the registers</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>把这件事交给选中的队伍或人员承办</source>
        <translation>Hand this matter to the chosen squad or person</translation>
    </message>
    <message>
        <source>最近队伍</source>
        <translation>Nearest squads</translation>
    </message>
    <message>
        <source>沿路</source>
        <translation>By road</translation>
    </message>
    <message>
        <source>派去</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>直线</source>
        <translation>Straight line</translation>
    </message>
    <message>
        <source>给选中的队伍或人员打电话</source>
        <translation>Telephone the chosen squad or person</translation>
    </message>
    <message>
        <source>行进速度</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>视频呼叫选中的队伍或人员（队伍呼队长）</source>
        <translation>Video call the chosen squad (its leader) or person</translation>
    </message>
</context>
<context>
    <name>NewBriefingForm</name>
    <message>
        <source>Ctrl+回车</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>会商名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>冻结此刻情况，开始会商(&amp;B)</source>
        <translation>Freeze and &amp;begin</translation>
    </message>
    <message>
        <source>发起会商</source>
        <translation>New briefing</translation>
    </message>
    <message>
        <source>另加一题</source>
        <translation>Extra question</translation>
    </message>
    <message>
        <source>另加一题，可不填</source>
        <translation>One more question (optional)</translation>
    </message>
    <message>
        <source>将冻结 {0} 的情况：第 {1} 步 · 花园口 {2} m³/s · {3}</source>
        <translation>Will be frozen as of {0}: step {1} · Huayuankou {2} m³/s · {3}</translation>
    </message>
    <message>
        <source>常用议题</source>
        <translation>Usual motions</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起，已填内容保留（Esc）</source>
        <translation>Close; what was typed is kept (Esc)</translation>
    </message>
    <message>
        <source>花园口镇防汛会商</source>
        <translation>Huayuankou flood briefing</translation>
    </message>
    <message>
        <source>表决议题</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>请写会商名称</source>
        <translation>Give the briefing a name</translation>
    </message>
    <message>
        <source>请写表决议题，或不选表决岗位</source>
        <translation>Write the motion, or choose no roles</translation>
    </message>
    <message>
        <source>请各岗位表决的事，一句话写清；不表决可留空</source>
        <translation>What the roles are polled on, in one sentence; empty: no poll</translation>
    </message>
    <message>
        <source>请哪些岗位表决</source>
        <translation>Roles polled</translation>
    </message>
    <message>
        <source>请选定哪些岗位表决</source>
        <translation>Choose the roles to be polled</translation>
    </message>
    <message>
        <source>选一条常用议题，或自己写</source>
        <translation>Choose a usual motion or write your own</translation>
    </message>
</context>
<context>
    <name>OfficeWords</name>
    <message>
        <source>{0} 倍速</source>
        <translation>×{0}</translation>
    </message>
    <message>
        <source>上报文书</source>
        <translation>Report sent up</translation>
    </message>
    <message>
        <source>上级命令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>下达任务</source>
        <translation>Task issued</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>No-go</translation>
    </message>
    <message>
        <source>不执行</source>
        <translation>to reject it</translation>
    </message>
    <message>
        <source>临机下令</source>
        <translation>Order given on the spot</translation>
    </message>
    <message>
        <source>交接班记录</source>
        <translation>Handover record</translation>
    </message>
    <message>
        <source>人员到位</source>
        <translation>People on site</translation>
    </message>
    <message>
        <source>人员去向</source>
        <translation>Whereabouts</translation>
    </message>
    <message>
        <source>任务完成</source>
        <translation>Task done</translation>
    </message>
    <message>
        <source>会商决定</source>
        <translation>Briefing decision</translation>
    </message>
    <message>
        <source>会商纪要</source>
        <translation>Briefing minutes</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>保留意见</source>
        <translation>Abstain</translation>
    </message>
    <message>
        <source>值班日志</source>
        <translation>Duty log</translation>
    </message>
    <message>
        <source>值班记事</source>
        <translation>Note in the log</translation>
    </message>
    <message>
        <source>公文</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>卫星电话</source>
        <translation>Satellite phone</translation>
    </message>
    <message>
        <source>发出推送</source>
        <translation>Push sent</translation>
    </message>
    <message>
        <source>叫不应</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>响应等级达到</source>
        <translation>Response level at least</translation>
    </message>
    <message>
        <source>回复来文来电</source>
        <translation>Message answered</translation>
    </message>
    <message>
        <source>在某条之后</source>
        <translation>After an inject</translation>
    </message>
    <message>
        <source>复盘报告</source>
        <translation>After-action report</translation>
    </message>
    <message>
        <source>天气</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>导调员</source>
        <translation>by control</translation>
    </message>
    <message>
        <source>已下发</source>
        <translation>Fired</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>席位</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>to proceed</translation>
    </message>
    <message>
        <source>指令单</source>
        <translation>Order sheet</translation>
    </message>
    <message>
        <source>按脚本</source>
        <translation>by script</translation>
    </message>
    <message>
        <source>接报签阅</source>
        <translation>Report noted</translation>
    </message>
    <message>
        <source>新闻发布稿</source>
        <translation>Press release</translation>
    </message>
    <message>
        <source>智能石头位移</source>
        <translation>Smart stones</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>暂缓</source>
        <translation>to defer it</translation>
    </message>
    <message>
        <source>未下发</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>来文来电</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Report verified</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>水情日报</source>
        <translation>River bulletin</translation>
    </message>
    <message>
        <source>汛情快报</source>
        <translation>Flood flash report</translation>
    </message>
    <message>
        <source>洪水预报</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>测站通断</source>
        <translation>Station link</translation>
    </message>
    <message>
        <source>演练评估报告</source>
        <translation>Drill assessment</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll-call</translation>
    </message>
    <message>
        <source>现场报告</source>
        <translation>Field report</translation>
    </message>
    <message>
        <source>电台</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>电话叫应</source>
        <translation>People called</translation>
    </message>
    <message>
        <source>确认险情</source>
        <translation>Incident confirmed</translation>
    </message>
    <message>
        <source>签发响应</source>
        <translation>Response signed</translation>
    </message>
    <message>
        <source>花园口流量达到</source>
        <translation>Flow at Huayuankou at least</translation>
    </message>
    <message>
        <source>转移人员</source>
        <translation>People moved</translation>
    </message>
    <message>
        <source>通报</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>逾时未处置</source>
        <translation>Unanswered in time</translation>
    </message>
    <message>
        <source>道路中断</source>
        <translation>Road cut</translation>
    </message>
    <message>
        <source>险情发展</source>
        <translation>Incident grows worse</translation>
    </message>
    <message>
        <source>险情续报</source>
        <translation>Incident follow-up</translation>
    </message>
    <message>
        <source>险情首报</source>
        <translation>Incident first report</translation>
    </message>
</context>
<context>
    <name>OfficeWorkspace</name>
    <message>
        <source>{0}（Ctrl+Alt+{1}）</source>
        <translation>{0} (Ctrl+Alt+{1})</translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source> 分钟内</source>
        <translation> min</translation>
    </message>
    <message>
        <source>下令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>下令给{0}</source>
        <translation>Order to {0}</translation>
    </message>
    <message>
        <source>下达指令（回车）</source>
        <translation>Give the order (Enter)</translation>
    </message>
    <message>
        <source>做什么，如：到 26 坝查看根石并回报</source>
        <translation>What to do, e.g. inspect the root stones at spur 26 and report</translation>
    </message>
    <message>
        <source>指令内容</source>
        <translation>Content of the order</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起，已填内容保留（Esc）</source>
        <translation>Close; what was typed is kept (Esc)</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
</context>
<context>
    <name>OrderSheet</name>
    <message>
        <source> 分钟</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>{0} 仍现行，如被新令替代，请在右侧终止。</source>
        <translation> {0} still stands; if this replaces it, end it at right.</translation>
    </message>
    <message>
        <source>一句话写清做什么，如“加固马渡 26 坝”</source>
        <translation>What to do, in one line: "Reinforce Madu spur 26"</translation>
    </message>
    <message>
        <source>上级已终止、解除或以新令替代时，由此终止：{0}</source>
        <translation>Ends here what the superior ended, lifted or replaced: {0}</translation>
    </message>
    <message>
        <source>下令(&amp;G)</source>
        <translation>&amp;Give order</translation>
    </message>
    <message>
        <source>下令单位</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>下令单位(&amp;I)</source>
        <translation>&amp;Issued by</translation>
    </message>
    <message>
        <source>下令给{0}(&amp;G)</source>
        <translation>&amp;Give to {0}</translation>
    </message>
    <message>
        <source>下令（不出自预案）</source>
        <translation>Order (outside the plan)</translation>
    </message>
    <message>
        <source>不涉及响应级别</source>
        <translation>No response level</translation>
    </message>
    <message>
        <source>不涉及级别的命令不改变建议级别；预案中随上级令触发的指令列入待签发。</source>
        <translation>An order without a level leaves the suggestion; plan lines triggered by orders wait to be signed.</translation>
    </message>
    <message>
        <source>乡镇转发、落实上级的响应级别，不代上级启动；本镇级别由本镇确认签发（F9）。</source>
        <translation>The town forwards and carries out a superior level, it does not start it; its own level is signed off here (F9).</translation>
    </message>
    <message>
        <source>全镇</source>
        <translation>Whole town</translation>
    </message>
    <message>
        <source>启动响应级别</source>
        <translation>Response level started</translation>
    </message>
    <message>
        <source>命令要点（必填）：要求做什么、到何时、范围；电话命令记下发令人</source>
        <translation>The order (required): what, until when, where; by phone: who gave it</translation>
    </message>
    <message>
        <source>响应级别(&amp;L)</source>
        <translation>&amp;Level</translation>
    </message>
    <message>
        <source>填下令单位和要点即可记入</source>
        <translation>Give issuer and text to enter it</translation>
    </message>
    <message>
        <source>如：惠防指〔2020〕3 号；电话命令可不填</source>
        <translation>e.g. HFZ [2020] 3; empty for an order by phone</translation>
    </message>
    <message>
        <source>已记入上级令：{0}</source>
        <translation>Superior order entered: {0}</translation>
    </message>
    <message>
        <source>指令标题</source>
        <translation>Instruction title</translation>
    </message>
    <message>
        <source>接上级令</source>
        <translation>Superior order</translation>
    </message>
    <message>
        <source>接令时间</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>收到时间(&amp;A)</source>
        <translation>Received &amp;at</translation>
    </message>
    <message>
        <source>收到时间晚于现在</source>
        <translation>The time of receipt lies in the future</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>文号(&amp;N)</source>
        <translation>Refere&amp;nce</translation>
    </message>
    <message>
        <source>没有现行的上级命令</source>
        <translation>No superior order in force</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>现行 {0} · 已终止 {1}</source>
        <translation>{0} in force · {1} ended</translation>
    </message>
    <message>
        <source>现行的上级命令</source>
        <translation>Superior orders in force</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>终止 {0}</source>
        <translation>End {0}</translation>
    </message>
    <message>
        <source>终止后不再作为建议级别的依据；现行级别不自动降低。</source>
        <translation>Once ended it supports no level; the standing level does not fall by itself.</translation>
    </message>
    <message>
        <source>终止理由</source>
        <translation>Reason for ending</translation>
    </message>
    <message>
        <source>终止理由（必填），如：上级解除响应的文号</source>
        <translation>Reason for ending (required), e.g. number of the order that lifts it</translation>
    </message>
    <message>
        <source>要求、地点、注意事项（可不填）</source>
        <translation>Requirements, place, cautions (optional)</translation>
    </message>
    <message>
        <source>要点(&amp;T)</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>记入上级令</source>
        <translation>Enter order</translation>
    </message>
    <message>
        <source>记入上级令（{0}）</source>
        <translation>Enter order ({0})</translation>
    </message>
    <message>
        <source>记入后建议级别不变（{0}）。</source>
        <translation>The suggested level stays ({0}).</translation>
    </message>
    <message>
        <source>记入后建议级别升为 {0}；本镇是否启动，仍须在签发单确认。</source>
        <translation>The suggested level will rise to {0}; the town still decides on the sign-off sheet.</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>距今</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>返回，所填内容保留（Esc）</source>
        <translation>Back; what was typed is kept (Esc)</translation>
    </message>
    <message>
        <source>这份命令已在右侧现行之列</source>
        <translation>This order already stands at right</translation>
    </message>
    <message>
        <source>选中一道命令，看要点或终止它</source>
        <translation>Choose an order to read or end it</translation>
    </message>
    <message>
        <source>限 </source>
        <translation>within </translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>{0} 分</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 秒</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>号码或账号不对</source>
        <translation>Wrong number or account</translation>
    </message>
    <message>
        <source>对方拒收（{0}）</source>
        <translation>Refused by the other side ({0})</translation>
    </message>
    <message>
        <source>对方没有说明结果</source>
        <translation>No result told by the other side</translation>
    </message>
    <message>
        <source>本席未接入此渠道</source>
        <translation>Channel not set up at this desk</translation>
    </message>
    <message>
        <source>正文过长</source>
        <translation>Text too long</translation>
    </message>
    <message>
        <source>没有号码</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>没有登记副职</source>
        <translation>No deputy registered</translation>
    </message>
    <message>
        <source>没有登记的手机</source>
        <translation>No enrolled phone</translation>
    </message>
    <message>
        <source>渠道凭据无效</source>
        <translation>Channel credentials invalid</translation>
    </message>
    <message>
        <source>渠道程序出错，已记录</source>
        <translation>Channel program failed, logged</translation>
    </message>
    <message>
        <source>渠道限流，稍后再试</source>
        <translation>Channel throttled, again later</translation>
    </message>
    <message>
        <source>演练：未向外发送</source>
        <translation>Drill: nothing sent out</translation>
    </message>
    <message>
        <source>由人登记</source>
        <translation>Logged by hand</translation>
    </message>
    <message>
        <source>由人转级</source>
        <translation>Moved on by hand</translation>
    </message>
    <message>
        <source>等候到时未应答</source>
        <translation>No answer within the wait</translation>
    </message>
    <message>
        <source>超时无回音</source>
        <translation>Timed out</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>任务超时</source>
        <translation>Tasks late</translation>
    </message>
    <message>
        <source>在办任务</source>
        <translation>Tasks under way</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>拒绝撤离</source>
        <translation>Refusing</translation>
    </message>
    <message>
        <source>未叫应</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>未撤离户</source>
        <translation>Still there</translation>
    </message>
    <message>
        <source>未确认报警</source>
        <translation>Unacked alarms</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incidents</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>{0} 件交给 {1}</source>
        <translation>Hand {0} to {1}</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>交办：一件事一个承办人</source>
        <translation>Hand over: one matter, one owner</translation>
    </message>
    <message>
        <source>交给 {0}</source>
        <translation>Hand to {0}</translation>
    </message>
    <message>
        <source>交给谁：姓名、拼音首字母、岗位、网格、队伍</source>
        <translation>To whom: name, pinyin initials, role, grid, squad</translation>
    </message>
    <message>
        <source>改交办：现由 {0} 承办</source>
        <translation>Hand over anew: now with {0}</translation>
    </message>
    <message>
        <source>没有匹配的在岗人员或队伍</source>
        <translation>No matching person or squad on duty</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>要求（可不填）</source>
        <translation>Instructions (optional)</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>{0}：现有 {1} 行，将整表换为 {2} 行，拒收 {3} 行。</source>
        <translation>{0}: {1} rows now; the whole register would become {2} rows, {3} refused.</translation>
    </message>
    <message>
        <source>不替换</source>
        <translation>Keep the old</translation>
    </message>
    <message>
        <source>整表替换</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>替换台账</source>
        <translation>Replace register</translation>
    </message>
    <message>
        <source>滩区种植户分类汇总</source>
        <translation>growers-by-class</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>下达 {0} 项</source>
        <translation>{0} issued</translation>
    </message>
    <message>
        <source>全文已复制</source>
        <translation>Whole text copied</translation>
    </message>
    <message>
        <source>制作时程序出错，已记录</source>
        <translation>The program failed while making it; logged</translation>
    </message>
    <message>
        <source>地图不在屏上，用台账略图；先到“指挥”页再制作</source>
        <translation>The map is not on screen: a sketch is used; go to the Desk page first</translation>
    </message>
    <message>
        <source>已存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>已送打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>正在写…</source>
        <translation>Writing …</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Setting pages …</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>不勾选时用台账略图，打印更清楚</source>
        <translation>Unticked: a sketch from the registers, clearer in print</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>制作并预览</source>
        <translation>Make and preview</translation>
    </message>
    <message>
        <source>加入本单位模板…</source>
        <translation>Add own template…</translation>
    </message>
    <message>
        <source>地图用当前地图视图</source>
        <translation>Map as now on screen</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>About</translation>
    </message>
    <message>
        <source>对象(&amp;A)</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>文件语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>模板(&amp;T)</source>
        <translation>&amp;Template</translation>
    </message>
    <message>
        <source>签发须有编号</source>
        <translation>A number is needed to issue</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>编号(&amp;N)</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>编号已用：{0}</source>
        <translation>Number taken: {0}</translation>
    </message>
    <message>
        <source>自(&amp;B)</source>
        <translation>From (&amp;B)</translation>
    </message>
    <message>
        <source>自带模板</source>
        <translation>Shipped template</translation>
    </message>
    <message>
        <source>至(&amp;D)</source>
        <translation>To (&amp;D)</translation>
    </message>
    <message>
        <source>语言(&amp;L)</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>起止时间颠倒</source>
        <translation>The period ends before it begins</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>共 {0} 份</source>
        <translation>{0} documents</translation>
    </message>
    <message>
        <source>制作文件…(&amp;F)</source>
        <translation>Make document… (&amp;F)</translation>
    </message>
    <message>
        <source>制作文件（Ctrl+Shift+F）</source>
        <translation>Make a document (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>另存 PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>另存 Word…</source>
        <translation>Save Word…</translation>
    </message>
    <message>
        <source>另存 {0}</source>
        <translation>Save {0}</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>已签发文件</source>
        <translation>Issued documents</translation>
    </message>
    <message>
        <source>打开(&amp;O)</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>核对 {0} 份，全部与签发时一致</source>
        <translation>{0} checked, all as issued</translation>
    </message>
    <message>
        <source>核对 {0} 份：{1} 份与签发时不符，见表中红标</source>
        <translation>{0} checked: {1} not as issued, see the red marks</translation>
    </message>
    <message>
        <source>核对全部(&amp;V)</source>
        <translation>&amp;Verify all</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>签发时间</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>还没有签发过文件；“制作文件”里选文种，一键成文</source>
        <translation>No document issued yet; choose a kind under “Make document”</translation>
    </message>
    <message>
        <source>逐份核对存档文件与签发时的哈希</source>
        <translation>Check every filed document against its hash at issue</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>文件预览</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Alt+P</source>
        <translation>Alt+P</translation>
    </message>
    <message>
        <source>Alt+W</source>
        <translation>Alt+W</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Word {0}　PDF {1}</source>
        <translation>Word {0}  PDF {1}</translation>
    </message>
    <message>
        <source>一次看整页，或看页宽（Alt+Z）</source>
        <translation>Whole page or page width (Alt+Z)</translation>
    </message>
    <message>
        <source>共 {0} 页</source>
        <translation>{0} pages</translation>
    </message>
    <message>
        <source>制作 {0:.1f} 秒</source>
        <translation>made in {0:.1f} s</translation>
    </message>
    <message>
        <source>加入本单位模板</source>
        <translation>Add own template</translation>
    </message>
    <message>
        <source>复制全文</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>存为 PDF…(&amp;P)</source>
        <translation>Save &amp;PDF…</translation>
    </message>
    <message>
        <source>存为 Word</source>
        <translation>Save as Word</translation>
    </message>
    <message>
        <source>存为 Word…(&amp;W)</source>
        <translation>Save &amp;Word…</translation>
    </message>
    <message>
        <source>左侧已改动，这是改动前的文件；重新制作后才能存、印、签发</source>
        <translation>Changed at left: this is the document before; make it again to save, print or issue</translation>
    </message>
    <message>
        <source>已签发，锁定</source>
        <translation>Issued, locked</translation>
    </message>
    <message>
        <source>形势截至第 {0} 步</source>
        <translation>as of step {0}</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>打印（Ctrl+Shift+Enter）</source>
        <translation>Print (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>未签发</source>
        <translation>Not issued</translation>
    </message>
    <message>
        <source>本台不在演练；演练评估在演练台上制作</source>
        <translation>This is no drill desk; the assessment is made on the drill's desk</translation>
    </message>
    <message>
        <source>正在取材…</source>
        <translation>Gathering …</translation>
    </message>
    <message>
        <source>正在签发存档…</source>
        <translation>Issuing …</translation>
    </message>
    <message>
        <source>点一下左边的文种就成文，在此看到打印的样子</source>
        <translation>Choose a kind at left: the document is made and shown here as printed</translation>
    </message>
    <message>
        <source>签发存档</source>
        <translation>Issue and file</translation>
    </message>
    <message>
        <source>签发存档 {0}</source>
        <translation>Issue and file {0}</translation>
    </message>
    <message>
        <source>记入日志，Word 与 PDF 按哈希存档，此后不可更改</source>
        <translation>Goes into the journal; Word and PDF are filed under their hash and cannot be changed</translation>
    </message>
    <message>
        <source>还没有交接班；先在“交接班”填写</source>
        <translation>No handover yet; make one under “Handover”</translation>
    </message>
    <message>
        <source>还没有会商；先在“会商”召开</source>
        <translation>No briefing yet; hold one under “Briefing”</translation>
    </message>
    <message>
        <source>还没有签发；先在签发单（F9）签发</source>
        <translation>Nothing signed off yet; use the sign-off sheet (F9)</translation>
    </message>
    <message>
        <source>还没有险情</source>
        <translation>No incidents yet</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>与签发时一致</source>
        <translation>As issued</translation>
    </message>
    <message>
        <source>存档文件不见了</source>
        <translation>Filed document is gone</translation>
    </message>
    <message>
        <source>已被改动，不是签发时的文件</source>
        <translation>Altered: not the document that was issued</translation>
    </message>
    <message>
        <source>模板不是 Word 文档（docx）</source>
        <translation>The template is no Word document (docx)</translation>
    </message>
    <message>
        <source>模板不见了</source>
        <translation>The template is gone</translation>
    </message>
    <message>
        <source>模板太大</source>
        <translation>The template is too large</translation>
    </message>
    <message>
        <source>模板引用了外部文件或网址，不用</source>
        <translation>The template refers to files or addresses outside; not used</translation>
    </message>
    <message>
        <source>模板读不出，文件可能损坏</source>
        <translation>The template cannot be read; it may be damaged</translation>
    </message>
    <message>
        <source>没有可写的对象：它不在日志里，或还没有发生</source>
        <translation>Nothing to write about: not in the journal, or not happened yet</translation>
    </message>
    <message>
        <source>还没有评分</source>
        <translation>No scores yet</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>{0} 天</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.csv)</source>
        <translation>Tables (*.xlsx *.csv)</translation>
    </message>
</context>
<context>
    <name>PatrolWorkspace</name>
    <message>
        <source>{0}（超时 {1}）</source>
        <translation>{0} ({1} late)</translation>
    </message>
    <message>
        <source>接报处置</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>接报处置 {0}</source>
        <translation>Triage {0}</translation>
    </message>
    <message>
        <source>责任段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>险情 {0}</source>
        <translation>Incidents {0}</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>下落不明</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>人员与地块</source>
        <translation>People and plots</translation>
    </message>
    <message>
        <source>受威胁户</source>
        <translation>Households at risk</translation>
    </message>
    <message>
        <source>可安置人数</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>地块</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelters</translation>
    </message>
    <message>
        <source>已安置人数</source>
        <translation>Sheltered</translation>
    </message>
    <message>
        <source>已撤离</source>
        <translation>Evacuated</translation>
    </message>
    <message>
        <source>已通知</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>拒绝撤离</source>
        <translation>Refusing</translation>
    </message>
    <message>
        <source>推演 {0} m³/s</source>
        <translation>What-if {0} m³/s</translation>
    </message>
    <message>
        <source>撤离中</source>
        <translation>Leaving</translation>
    </message>
    <message>
        <source>未通知</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>涉及人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>面积 亩</source>
        <translation>Area mu</translation>
    </message>
    <message>
        <source>须用船</source>
        <translation>By boat</translation>
    </message>
    <message>
        <source>须立即撤离</source>
        <translation>Leave now</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>  {0} 人</source>
        <translation>  {0} people</translation>
    </message>
    <message>
        <source>  过夜 {0} 人</source>
        <translation>  {0} overnight</translation>
    </message>
    <message>
        <source>{0} 上水</source>
        <translation>Floods at {0}</translation>
    </message>
    <message>
        <source>{0} 块 {1:,.0f} 亩 {2}</source>
        <translation>{0} plots {1:,.0f} mu {2}</translation>
    </message>
    <message>
        <source>上水</source>
        <translation>Flooded</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>上水 m³/s</source>
        <translation>From m³/s</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>作物</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>包保干部</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>受影响未撤</source>
        <translation>At risk, still there</translation>
    </message>
    <message>
        <source>各村</source>
        <translation>All</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelters</translation>
    </message>
    <message>
        <source>导出(&amp;E)…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>导出当前筛选出的清单，姓名脱敏（Alt+E）</source>
        <translation>Export the filtered list, names masked (Alt+E)</translation>
    </message>
    <message>
        <source>按编号、村、网格、作物、位置查找</source>
        <translation>Find by id, village, grid, crop, place</translation>
    </message>
    <message>
        <source>未叫应</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>没有台账，请在“系统”中导入</source>
        <translation>No register: import it under System</translation>
    </message>
    <message>
        <source>没有符合条件的记录</source>
        <translation>No record matches</translation>
    </message>
    <message>
        <source>滩别</source>
        <translation>Bench</translation>
    </message>
    <message>
        <source>特殊人群</source>
        <translation>Special needs</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>经营主体</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>过夜</source>
        <translation>Overnight</translation>
    </message>
    <message>
        <source>面积 亩</source>
        <translation>Area mu</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>呼叫(&amp;L)</source>
        <translation>Ca&amp;ll</translation>
    </message>
    <message>
        <source>呼叫包保干部(&amp;L)</source>
        <translation>Ca&amp;ll guardian</translation>
    </message>
    <message>
        <source>定位(&amp;M)</source>
        <translation>&amp;Map</translation>
    </message>
    <message>
        <source>显示个人信息(&amp;U)…</source>
        <translation>&amp;Unmask…</translation>
    </message>
    <message>
        <source>查看理由</source>
        <translation>Reason for looking</translation>
    </message>
    <message>
        <source>查看理由（必填，记入日志）</source>
        <translation>Reason (required, goes into the journal)</translation>
    </message>
    <message>
        <source>视频(&amp;V)</source>
        <translation>&amp;Video</translation>
    </message>
    <message>
        <source>视频呼叫已登记手机的人（Alt+V）</source>
        <translation>Video call to those with an enrolled phone (Alt+V)</translation>
    </message>
    <message>
        <source>记录并显示</source>
        <translation>Log and show</translation>
    </message>
    <message>
        <source>返回清单（Esc）</source>
        <translation>Back to the list (Esc)</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>不在岗</source>
        <translation>Off duty</translation>
    </message>
    <message>
        <source>副</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>姓名、拼音、岗位、电话、队伍</source>
        <translation>Name, pinyin, role, phone, squad</translation>
    </message>
    <message>
        <source>按姓名、岗位、电话、队伍找人</source>
        <translation>Find by name, role, phone, squad</translation>
    </message>
    <message>
        <source>没有匹配的人员或队伍</source>
        <translation>No matching person or squad</translation>
    </message>
    <message>
        <source>队</source>
        <translation>Sq</translation>
    </message>
</context>
<context>
    <name>PersonText</name>
    <message>
        <source>{0} m³/s 时上水</source>
        <translation>Flooded at {0} m³/s</translation>
    </message>
    <message>
        <source>{0} m³/s 时不上水</source>
        <translation>Not flooded at {0} m³/s</translation>
    </message>
    <message>
        <source>{0} {1:,.1f} 亩 · {2} m³/s 上水</source>
        <translation>{0} {1:,.1f} mu · floods at {2} m³/s</translation>
    </message>
    <message>
        <source>{0} 人，过夜 {1} 人</source>
        <translation>{0} people, {1} overnight</translation>
    </message>
    <message>
        <source>不在岗</source>
        <translation>Off duty</translation>
    </message>
    <message>
        <source>主体</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>养殖</source>
        <translation>Livestock</translation>
    </message>
    <message>
        <source>农机</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>副职</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>包保</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>可抢收</source>
        <translation>harvestable</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>在滩</source>
        <translation>On floodplain</translation>
    </message>
    <message>
        <source>地块  {0} 块 {1:,.1f} 亩</source>
        <translation>Plots  {0}, {1:,.1f} mu</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelter</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>所属村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>承办任务 {0} 项</source>
        <translation>Tasks in hand {0}</translation>
    </message>
    <message>
        <source>技能</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>按台账</source>
        <translation>By register</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>River</translation>
    </message>
    <message>
        <source>特殊</source>
        <translation>Special needs</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Facilities</translation>
    </message>
    <message>
        <source>路线</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>队伍</source>
        <translation>Squad</translation>
    </message>
    <message>
        <source>集合点</source>
        <translation>Muster</translation>
    </message>
</context>
<context>
    <name>PhoneWords</name>
    <message>
        <source>{0}的手机“{1}”等待登记</source>
        <translation>Phone "{1}" of {0} waits to enrol</translation>
    </message>
    <message>
        <source>专网</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>公网</source>
        <translation>public</translation>
    </message>
    <message>
        <source>公网地址：不经防火墙时互联网上任何人</source>
        <translation>public address: without a firewall, anyone on the Internet</translation>
    </message>
    <message>
        <source>包保干部</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>只有本机</source>
        <translation>this machine only</translation>
    </message>
    <message>
        <source>只看、应答和通话，不能改动</source>
        <translation>Sees, answers and talks only; changes nothing</translation>
    </message>
    <message>
        <source>同一专网（VPN）内的设备</source>
        <translation>devices on the same private network (VPN)</translation>
    </message>
    <message>
        <source>同一局域网内的设备</source>
        <translation>devices on the same LAN</translation>
    </message>
    <message>
        <source>同一根网线或热点上的设备</source>
        <translation>devices on the same cable or hotspot</translation>
    </message>
    <message>
        <source>同网格员，并替全队接任务、报平安</source>
        <translation>As grid worker; takes tasks and reports safe for the whole squad</translation>
    </message>
    <message>
        <source>同网格员，并有本人包保的户名单，可扫户牌</source>
        <translation>As grid worker; with the list of households in their care, can scan tags</translation>
    </message>
    <message>
        <source>地址或域名写法不对</source>
        <translation>Address or domain is badly written</translation>
    </message>
    <message>
        <source>将在 {0} 开放端口 {1}。能连到的：{2}。他们能看到登记页和证书帮助页；没有登记码并经值班员确认的手机进不来。</source>
        <translation>Opens ports {1} on {0}. Who can reach them: {2}. They see the enrolment page and the certificate help page; a phone without a code and the duty officer's confirmation does not get in.</translation>
    </message>
    <message>
        <source>局域网</source>
        <translation>LAN</translation>
    </message>
    <message>
        <source>手机接入没有在运行，不能登记</source>
        <translation>Phone access is not running; nothing can be enrolled</translation>
    </message>
    <message>
        <source>手机接入程序出错已停，错误已记入日志；请重新启动本程序</source>
        <translation>Phone access stopped by a fault of ours, logged; restart the program</translation>
    </message>
    <message>
        <source>接任务、报险情、巡查、点名、视频</source>
        <translation>Tasks, incident reports, patrol, roll-call, video</translation>
    </message>
    <message>
        <source>未用的登记码已满 {0} 个，请等它们过期或作废一些</source>
        <translation>{0} unused codes already: wait until they expire, or void some</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>this machine</translation>
    </message>
    <message>
        <source>本机时钟比根证书生效时间还早，请校时</source>
        <translation>The clock stands before the root certificate begins: set the clock</translation>
    </message>
    <message>
        <source>本机现在没有这个地址：检查网线或 Wi-Fi，地址回来后自动恢复，也可改用别的地址</source>
        <translation>This machine lacks the address now: check cable or Wi-Fi; returns by itself, or use another address</translation>
    </message>
    <message>
        <source>根证书不能为这些地址作保，手机在那里会报不安全</source>
        <translation>The root certificate cannot vouch for these addresses; phones will call them unsafe</translation>
    </message>
    <message>
        <source>根证书与私钥不配，请从备份恢复</source>
        <translation>Root certificate and key do not match; restore from back-up</translation>
    </message>
    <message>
        <source>根证书已过期：须重做，手机要重新安装</source>
        <translation>Root certificate expired: make a new one and install it on all phones</translation>
    </message>
    <message>
        <source>根证书已重做：已装旧证书的手机要重新安装</source>
        <translation>Root certificate made anew: phones with the old one must install it again</translation>
    </message>
    <message>
        <source>根证书快到期，请安排手机重装</source>
        <translation>Root certificate expires soon: plan to install a new one on the phones</translation>
    </message>
    <message>
        <source>根证书文件不在了：现有证书还能用，换地址时发不出新证书</source>
        <translation>Root certificate file is gone: the present certificate still works, but not for a new address</translation>
    </message>
    <message>
        <source>根证书文件读不出，暂用现有站点证书</source>
        <translation>Root certificate file cannot be read; using the present site certificate</translation>
    </message>
    <message>
        <source>直连</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>磁盘已满，证书写不进</source>
        <translation>Disk full, certificate not written</translation>
    </message>
    <message>
        <source>端口被别的程序占用：关掉它，几秒后自动重试</source>
        <translation>Port held by another program: close it; tried again in seconds</translation>
    </message>
    <message>
        <source>系统不许使用这个端口：请放行防火墙或换端口</source>
        <translation>The system forbids this port: allow it in the firewall or take another</translation>
    </message>
    <message>
        <source>网格员</source>
        <translation>Grid worker</translation>
    </message>
    <message>
        <source>自备证书不含手机要访问的地址或域名</source>
        <translation>Own certificate lacks the address or domain phones use</translation>
    </message>
    <message>
        <source>自备证书不是服务器用途</source>
        <translation>Own certificate is not for servers</translation>
    </message>
    <message>
        <source>自备证书与私钥不配</source>
        <translation>Own certificate and key do not match</translation>
    </message>
    <message>
        <source>自备证书尚未生效，请核对本机时钟</source>
        <translation>Own certificate is not valid yet; check the clock</translation>
    </message>
    <message>
        <source>自备证书已过期</source>
        <translation>Own certificate has expired</translation>
    </message>
    <message>
        <source>自备证书快到期</source>
        <translation>Own certificate expires soon</translation>
    </message>
    <message>
        <source>自备证书或私钥读不出</source>
        <translation>Own certificate or key cannot be read</translation>
    </message>
    <message>
        <source>自备证书的私钥有口令，请换成无口令的</source>
        <translation>The key of the own certificate has a passphrase; use one without</translation>
    </message>
    <message>
        <source>自备证书的证书链不全或次序不对</source>
        <translation>Chain of the own certificate incomplete or out of order</translation>
    </message>
    <message>
        <source>观察员</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>证书文件写不进，请检查权限</source>
        <translation>Certificate files cannot be written; check permissions</translation>
    </message>
    <message>
        <source>证书文件夹里的根证书不是本系统做的，没有动它；请移开后重试</source>
        <translation>The root certificate in the folder is not this system's and was left alone; move it away and try again</translation>
    </message>
    <message>
        <source>证书文件读不出，请检查权限</source>
        <translation>Certificate files cannot be read; check permissions</translation>
    </message>
    <message>
        <source>这部手机不再等候：已处理、已放弃或超过 10 分钟，请重新生成登记码</source>
        <translation>This phone waits no longer: handled, given up, or over 10 min; make a new code</translation>
    </message>
    <message>
        <source>队长</source>
        <translation>Squad leader</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>{0} {1} 制</source>
        <translation>{0}, made by {1}</translation>
    </message>
    <message>
        <source>{0} 停用：{1}</source>
        <translation>Revoked {0}: {1}</translation>
    </message>
    <message>
        <source>{0} 前联系过</source>
        <translation>seen {0} ago</translation>
    </message>
    <message>
        <source>{0} 由 {1} 登记（席位时钟）</source>
        <translation>Enrolled {0} by {1} (desk clock)</translation>
    </message>
    <message>
        <source>{0}包保户</source>
        <translation>Households of {0}</translation>
    </message>
    <message>
        <source>{0}的手机已登记</source>
        <translation>Phone of {0} enrolled</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>只限本机</source>
        <translation>This machine only</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>已开放 {0}</source>
        <translation>Open on {0}</translation>
    </message>
    <message>
        <source>已拒绝{0}的手机</source>
        <translation>Phone of {0} turned away</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>手机接入：只限本机</source>
        <translation>Phone access: this machine only</translation>
    </message>
    <message>
        <source>手机接入：开放 {0}</source>
        <translation>Phone access: opened on {0}</translation>
    </message>
    <message>
        <source>接入地址变了，刚才的登记码已作废，请重新生成</source>
        <translation>The access address has changed and the code is void: make a new one</translation>
    </message>
    <message>
        <source>接入故障</source>
        <translation>Access fault</translation>
    </message>
    <message>
        <source>撤离时贴在门上，由包保干部扫码登记</source>
        <translation>Stick on the door on leaving; the guardian scans it to register</translation>
    </message>
    <message>
        <source>最近联系：{0}（本机时钟）</source>
        <translation>Last seen: {0} (clock of this machine)</translation>
    </message>
    <message>
        <source>未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>未联系过</source>
        <translation>never seen</translation>
    </message>
    <message>
        <source>正在启动</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>没有写成 {0}</source>
        <translation>{0} was not written</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <source>离线 {0}</source>
        <translation>offline {0}</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>花园口镇防汛指挥部 户牌</source>
        <translation>Household tags · Huayuankou Town Flood HQ</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>{0:.0f} 秒</source>
        <translation>{0:.0f} s</translation>
    </message>
    <message>
        <source>{0:.0f} 米</source>
        <translation>{0:.0f} m</translation>
    </message>
    <message>
        <source>{0:.1f} 公里</source>
        <translation>{0:.1f} km</translation>
    </message>
    <message>
        <source>拍摄 {0}</source>
        <translation>taken {0}</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>照片未带位置</source>
        <translation>no position in the photo</translation>
    </message>
    <message>
        <source>照片未带拍摄时间</source>
        <translation>no time of taking in the photo</translation>
    </message>
    <message>
        <source>短视频</source>
        <translation>Video clip</translation>
    </message>
    <message>
        <source>语音</source>
        <translation>Voice note</translation>
    </message>
    <message>
        <source>（早于上报 {0}）</source>
        <translation> ({0} before the report)</translation>
    </message>
    <message>
        <source>（距事件地点 {0}）</source>
        <translation> ({0} from the place reported)</translation>
    </message>
</context>
<context>
    <name>PhotoOverlay</name>
    <message>
        <source>{0}（本机没有声音设备）</source>
        <translation>{0} (no sound device here)</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0}，还没有传到</source>
        <translation>{0}, not arrived yet</translation>
    </message>
    <message>
        <source>{0}，这里放不了，请用系统播放器打开</source>
        <translation>{0}: cannot be played here, open it in the player</translation>
    </message>
    <message>
        <source>‹ 上一张</source>
        <translation>‹ Previous</translation>
    </message>
    <message>
        <source>一个像素对一个像素（1）；滚轮、+ − 缩放，按住拖动</source>
        <translation>One pixel to one (1); wheel, + − zoom, drag to move</translation>
    </message>
    <message>
        <source>上一张（←）</source>
        <translation>Previous photo (←)</translation>
    </message>
    <message>
        <source>下一张 ›</source>
        <translation>Next ›</translation>
    </message>
    <message>
        <source>下一张（→）</source>
        <translation>Next photo (→)</translation>
    </message>
    <message>
        <source>交给本机的播放器或看图程序（O）</source>
        <translation>Hand to this machine's player or viewer (O)</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>到地图上看拍摄地点（G）</source>
        <translation>Where it was taken (G)</translation>
    </message>
    <message>
        <source>前后对比</source>
        <translation>Before/after</translation>
    </message>
    <message>
        <source>前后对比（S）</source>
        <translation>Before/after (S)</translation>
    </message>
    <message>
        <source>原大</source>
        <translation>Actual size</translation>
    </message>
    <message>
        <source>回到列表（Esc）</source>
        <translation>Back to the list (Esc)</translation>
    </message>
    <message>
        <source>图上位置</source>
        <translation>On map</translation>
    </message>
    <message>
        <source>处置前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>处置前后：并排、滑动、单张轮换（S）</source>
        <translation>Before and after: side by side, slide, in turn (S)</translation>
    </message>
    <message>
        <source>处置后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>播放（空格）</source>
        <translation>Play (Space)</translation>
    </message>
    <message>
        <source>改为单张（S）</source>
        <translation>Single (S)</translation>
    </message>
    <message>
        <source>改为并排（S）</source>
        <translation>Side by side (S)</translation>
    </message>
    <message>
        <source>暂停（空格）</source>
        <translation>Pause (Space)</translation>
    </message>
    <message>
        <source>正在读取照片…</source>
        <translation>Reading the photo…</translation>
    </message>
    <message>
        <source>照片还没有传到，或文件不在本机</source>
        <translation>The photo has not arrived yet, or is not on this machine</translation>
    </message>
    <message>
        <source>用系统播放器打开</source>
        <translation>Open in player</translation>
    </message>
    <message>
        <source>看整张（0）</source>
        <translation>Whole photo (0)</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>Fit</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>中文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>PictureBar</name>
    <message>
        <source>图上显示哪个方案</source>
        <translation>Scenario shown on the map</translation>
    </message>
    <message>
        <source>图上画什么</source>
        <translation>What the map draws</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>不是能读的照片（支持 JPEG、PNG、WebP），未存入</source>
        <translation>Not a photo that can be read (JPEG, PNG, WebP), not kept</translation>
    </message>
    <message>
        <source>照片太大，未存入（上限 9 MB、5000 万像素）</source>
        <translation>Photo too large, not kept (limit 9 MB, 50 megapixels)</translation>
    </message>
    <message>
        <source>照片已损坏，未存入</source>
        <translation>Photo damaged, not kept</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>匹配的地点</source>
        <translation>Matching places</translation>
    </message>
    <message>
        <source>取当前选中</source>
        <translation>Take selection</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>如“马渡 26坝”“12+300”、网格名，或 113.70,34.90</source>
        <translation>e.g. works and spur, 12+300, a grid, or 113.70,34.90</translation>
    </message>
    <message>
        <source>已定位 {0:.5f}, {1:.5f}</source>
        <translation>Located {0:.5f}, {1:.5f}</translation>
    </message>
    <message>
        <source>用地图或列表里选中的坝、网格、地块作地点</source>
        <translation>Use the spur, grid or plot selected on map or list</translation>
    </message>
</context>
<context>
    <name>PlaceSearch</name>
    <message>
        <source>找地点</source>
        <translation>Find a place</translation>
    </message>
    <message>
        <source>找地点：马渡 26坝 · 12+300 · 网格 · 村  (Ctrl+F)</source>
        <translation>Find: works spur · 12+300 · grid · village  (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>PlanDetail</name>
    <message>
        <source>Q ≥ {0} m³/s</source>
        <translation>Q ≥ {0} m³/s</translation>
    </message>
    <message>
        <source>T0 后 {0}</source>
        <translation>T0 + {0}</translation>
    </message>
    <message>
        <source>{0} ≤ Q &lt; {1} m³/s</source>
        <translation>{0} ≤ Q &lt; {1} m³/s</translation>
    </message>
    <message>
        <source>{0} 人，责任与协助岗位在岗 {1} 人</source>
        <translation>{0} people; {1} on duty in lead and assisting roles</translation>
    </message>
    <message>
        <source>{0}权限</source>
        <translation>Power: {0}</translation>
    </message>
    <message>
        <source>{0}（{1}，非正式条文）</source>
        <translation>{0} ({1}, not a formal clause)</translation>
    </message>
    <message>
        <source>{0}（至少 {1} 份）</source>
        <translation>{0} (at least {1})</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人员与物资</source>
        <translation>Staff and stock</translation>
    </message>
    <message>
        <source>任务与落实</source>
        <translation>Tasks and carrying out</translation>
    </message>
    <message>
        <source>优先 {0}</source>
        <translation>Priority {0}</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>协助</source>
        <translation>Assisting</translation>
    </message>
    <message>
        <source>完成凭证</source>
        <translation>Proof of completion</translation>
    </message>
    <message>
        <source>尚未执行</source>
        <translation>Not carried out</translation>
    </message>
    <message>
        <source>无人</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>替代</source>
        <translation>Supersedes</translation>
    </message>
    <message>
        <source>有效流量</source>
        <translation>Flow range</translation>
    </message>
    <message>
        <source>本镇所需</source>
        <translation>Needed in the town</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>没有单独要求</source>
        <translation>Nothing particular</translation>
    </message>
    <message>
        <source>看任务</source>
        <translation>See task</translation>
    </message>
    <message>
        <source>第 {0} 场</source>
        <translation>Flood {0}</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>被替代于</source>
        <translation>Superseded by</translation>
    </message>
    <message>
        <source>触发</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>责任岗位</source>
        <translation>Lead role</translation>
    </message>
    <message>
        <source>这条指令还没有产生过任务</source>
        <translation>This instruction has not led to a task yet</translation>
    </message>
    <message>
        <source>选一条指令，查看条款、触发、依据与落实情况</source>
        <translation>Choose an instruction to see clause, trigger, basis and what was done</translation>
    </message>
    <message>
        <source>逾期上报</source>
        <translation>Escalates to</translation>
    </message>
    <message>
        <source>需 {0}，库存 {1}</source>
        <translation>{0} needed, {1} in stock</translation>
    </message>
    <message>
        <source>，{0}</source>
        <translation>, {0}</translation>
    </message>
    <message>
        <source>，{0} 由{1}下达给{2}</source>
        <translation>, {0} issued by {1} to {2}</translation>
    </message>
    <message>
        <source>，凭证 {0} 份</source>
        <translation>, evidence {0}</translation>
    </message>
    <message>
        <source>，每 {0} 一次</source>
        <translation>, every {0}</translation>
    </message>
</context>
<context>
    <name>PlanLists</name>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>当前有效的指令都有人签收</source>
        <translation>All instructions in force are acknowledged</translation>
    </message>
    <message>
        <source>指令</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>缘由</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>质检通过：触发、岗位、时限、凭证齐全，没有矛盾</source>
        <translation>Check passed: trigger, role, limit and proof everywhere, no contradiction</translation>
    </message>
    <message>
        <source>起于</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>预案库是空的，请导入预案表</source>
        <translation>The plan library is empty: import a plan table</translation>
    </message>
</context>
<context>
    <name>PlanRows</name>
    <message>
        <source>任务已撤销</source>
        <translation>The task is withdrawn</translation>
    </message>
    <message>
        <source>优先</source>
        <translation>P</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>完成凭证</source>
        <translation>Proof of completion</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>已下达，无人签收</source>
        <translation>Issued, not acknowledged</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>指令</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>没有任务</source>
        <translation>No tasks</translation>
    </message>
    <message>
        <source>现状</source>
        <translation>State</translation>
    </message>
    <message>
        <source>级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Phase</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>{0} 在 {1} m³/s 时有 {2} 条同时有效，超过 {3} 条</source>
        <translation>{0} has {2} in force at once at {1} m³/s, more than {3}</translation>
    </message>
    <message>
        <source>“{0}”没有写明时限</source>
        <translation>"{0}" names no time limit</translation>
    </message>
    <message>
        <source>“{0}”超出镇级权限，只能写提请或落实上级命令</source>
        <translation>"{0}" exceeds the town's powers; only a request or carrying out an order may be written</translation>
    </message>
    <message>
        <source>一般险情</source>
        <translation>Minor incident</translation>
    </message>
    <message>
        <source>上报岗位</source>
        <translation>Escalate to</translation>
    </message>
    <message>
        <source>与 {0} 是同一件事，周期 {1} 分钟与 {2} 分钟并存，缺替代关系</source>
        <translation>Same act as {0}: every {1} min and every {2} min stand together, neither supersedes</translation>
    </message>
    <message>
        <source>人员未叫应</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>人员落水</source>
        <translation>Person in water</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>凭证份数</source>
        <translation>Pieces of evidence</translation>
    </message>
    <message>
        <source>协助岗位</source>
        <translation>Assisting roles</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>响应达到 {0}级</source>
        <translation>Response reaches level {0}</translation>
    </message>
    <message>
        <source>坍塌</source>
        <translation>Collapse</translation>
    </message>
    <message>
        <source>完成凭证</source>
        <translation>Proof of completion</translation>
    </message>
    <message>
        <source>实测流量 ≥ {0} m³/s</source>
        <translation>Observed flow ≥ {0} m³/s</translation>
    </message>
    <message>
        <source>待核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>智能石头移位</source>
        <translation>Smart stone moved</translation>
    </message>
    <message>
        <source>智能石头走失</source>
        <translation>Smart stone lost</translation>
    </message>
    <message>
        <source>替代</source>
        <translation>Supersedes</translation>
    </message>
    <message>
        <source>替代 {0}，但它止于 {1}，本条从 {2} 才开始，两条不相接</source>
        <translation>Supersedes {0}, which ends at {1}, but this starts only at {2}: a gap between them</translation>
    </message>
    <message>
        <source>替代了自己</source>
        <translation>Supersedes itself</translation>
    </message>
    <message>
        <source>替代它的指令先结束，流量到 {1} 时本条会重新出现</source>
        <translation>What supersedes it ends first: it comes back at {1}</translation>
    </message>
    <message>
        <source>替代成环：{0}</source>
        <translation>Supersedes in a circle: {0}</translation>
    </message>
    <message>
        <source>替代的 {0} 不在表中</source>
        <translation>Supersedes {0}, which is not in the table</translation>
    </message>
    <message>
        <source>有人公路已断</source>
        <translation>People cut off by road</translation>
    </message>
    <message>
        <source>有据</source>
        <translation>Founded</translation>
    </message>
    <message>
        <source>权限</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>权限“{0}”不是本级、提请、落实之一</source>
        <translation>Power "{0}" is none of 本级, 提请, 落实 (own, request, carry out)</translation>
    </message>
    <message>
        <source>权限为{0}，正文却没有提请字样</source>
        <translation>Power is {0} but the text does not say 提请 (request)</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>标题与 {0} 相同</source>
        <translation>Same title as {0}</translation>
    </message>
    <message>
        <source>根石走失</source>
        <translation>Root stone loss</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>正文与 {0} 相似 {1}%</source>
        <translation>Text {1}% alike to {0}</translation>
    </message>
    <message>
        <source>每日 {0}</source>
        <translation>Daily {0}</translation>
    </message>
    <message>
        <source>没有 T{0} 这一级</source>
        <translation>There is no tier T{0}</translation>
    </message>
    <message>
        <source>没有填写</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>没有岗位 {0}</source>
        <translation>There is no role {0}</translation>
    </message>
    <message>
        <source>流量 {0} 不在 {1} 的 {2}–{3} 之内</source>
        <translation>Flow {0} lies outside {2}–{3} of {1}</translation>
    </message>
    <message>
        <source>流量上限</source>
        <translation>Flow below</translation>
    </message>
    <message>
        <source>流量下限</source>
        <translation>Flow from</translation>
    </message>
    <message>
        <source>流量下限 {0} 不低于上限 {1}</source>
        <translation>Lower flow bound {0} is not below the upper {1}</translation>
    </message>
    <message>
        <source>渗水</source>
        <translation>Seepage</translation>
    </message>
    <message>
        <source>滑坡</source>
        <translation>Slide</translation>
    </message>
    <message>
        <source>漏洞</source>
        <translation>Piping leak</translation>
    </message>
    <message>
        <source>漫溢</source>
        <translation>Overtopping</translation>
    </message>
    <message>
        <source>物料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>算式“{0}”算不出来</source>
        <translation>Expression "{0}" cannot be worked out</translation>
    </message>
    <message>
        <source>管涌</source>
        <translation>Sand boil</translation>
    </message>
    <message>
        <source>系统设定</source>
        <translation>Assumed</translation>
    </message>
    <message>
        <source>终止级</source>
        <translation>Last tier</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>编号与第 {0} 行重复</source>
        <translation>Same id as row {0}</translation>
    </message>
    <message>
        <source>裂缝</source>
        <translation>Crack</translation>
    </message>
    <message>
        <source>触发条件</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>触发条件“{0}”与流量下限 {1} 不一致</source>
        <translation>Trigger "{0}" does not agree with the lower flow bound {1}</translation>
    </message>
    <message>
        <source>触发条件“{0}”与触发方式不符，读不出来</source>
        <translation>Trigger "{0}" does not fit its kind and cannot be read</translation>
    </message>
    <message>
        <source>责任岗位</source>
        <translation>Lead role</translation>
    </message>
    <message>
        <source>起始级</source>
        <translation>First tier</translation>
    </message>
    <message>
        <source>起始级 T{0} 高于终止级 T{1}</source>
        <translation>First tier T{0} lies above last tier T{1}</translation>
    </message>
    <message>
        <source>较大险情</source>
        <translation>Large incident</translation>
    </message>
    <message>
        <source>通信中断</source>
        <translation>No signal</translation>
    </message>
    <message>
        <source>重大险情</source>
        <translation>Major incident</translation>
    </message>
    <message>
        <source>预报流量 ≥ {0} m³/s</source>
        <translation>Forecast flow ≥ {0} m³/s</translation>
    </message>
</context>
<context>
    <name>PlanWorkspace</name>
    <message>
        <source>{0} / {1} 条 · {2}有效 {3}</source>
        <translation>{0} of {1} · {2}: {3} in force</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部岗位</source>
        <translation>All roles</translation>
    </message>
    <message>
        <source>全部触发</source>
        <translation>All triggers</translation>
    </message>
    <message>
        <source>全部阶段</source>
        <translation>All phases</translation>
    </message>
    <message>
        <source>只看当前流量下有效的指令（Alt+V）</source>
        <translation>Only what is in force at this flow (Alt+V)</translation>
    </message>
    <message>
        <source>只看有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>实况</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>实况在 T0 日常级，没有需要落实的预案指令</source>
        <translation>Live is at T0, routine: no plan instruction to carry out</translation>
    </message>
    <message>
        <source>实况基准 T{0}、{1} m³/s：{2} 条有效而无人落实</source>
        <translation>Live at T{0}, {1} m³/s: {2} in force and carried by nobody</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导入预案表</source>
        <translation>Import plan table</translation>
    </message>
    <message>
        <source>导出 xlsx…</source>
        <translation>Export xlsx…</translation>
    </message>
    <message>
        <source>导出预案库</source>
        <translation>Export the plan library</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>找指令：标题、正文、凭证、编号</source>
        <translation>Find: title, text, evidence, id</translation>
    </message>
    <message>
        <source>把预案库写成 Excel 表，可改后再导入</source>
        <translation>Write the library to Excel, to edit and import again</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>无人落实</source>
        <translation>Not carried</translation>
    </message>
    <message>
        <source>无人落实 {0}</source>
        <translation>Not carried {0}</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>没有符合条件的指令</source>
        <translation>No instruction matches</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>触发方式</source>
        <translation>Trigger kind</translation>
    </message>
    <message>
        <source>读入 xlsx 或 csv 预案表，整表替换，逐行报告</source>
        <translation>Read an xlsx or csv plan table; replaces the whole table, reports row by row</translation>
    </message>
    <message>
        <source>质检</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>质检 {0}</source>
        <translation>Check {0}</translation>
    </message>
    <message>
        <source>质检 通过</source>
        <translation>Check ok</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Phase</translation>
    </message>
</context>
<context>
    <name>PollBox</name>
    <message>
        <source>不同意(&amp;X)</source>
        <translation>No-go (&amp;X)</translation>
    </message>
    <message>
        <source>不同意须写明理由</source>
        <translation>A no-go needs its reason</translation>
    </message>
    <message>
        <source>同意(&amp;Y)</source>
        <translation>Go (&amp;Y)</translation>
    </message>
    <message>
        <source>席位代录</source>
        <translation>At the desk</translation>
    </message>
    <message>
        <source>弃权(&amp;Q)</source>
        <translation>Abstain (&amp;Q)</translation>
    </message>
    <message>
        <source>未答 {0}</source>
        <translation>No answer {0}</translation>
    </message>
    <message>
        <source>未答 {0}：{1}</source>
        <translation>No answer {0}: {1}</translation>
    </message>
    <message>
        <source>没有请任何岗位表决</source>
        <translation>No role is polled</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由（不同意时必填）</source>
        <translation>Reason (required for no-go)</translation>
    </message>
    <message>
        <source>电话催 {0} 人(&amp;T)</source>
        <translation>&amp;Telephone {0}</translation>
    </message>
    <message>
        <source>表决</source>
        <translation>Poll</translation>
    </message>
    <message>
        <source>记下所选岗位：不同意，须写理由（Alt+X）</source>
        <translation>Record for the chosen role: no-go, with reason (Alt+X)</translation>
    </message>
    <message>
        <source>记下所选岗位：同意（Alt+Y）</source>
        <translation>Record for the chosen role: go (Alt+Y)</translation>
    </message>
    <message>
        <source>记下所选岗位：弃权（Alt+Q）</source>
        <translation>Record for the chosen role: abstain (Alt+Q)</translation>
    </message>
    <message>
        <source>谁在表决</source>
        <translation>Who answers</translation>
    </message>
    <message>
        <source>这一岗位没有登记人员</source>
        <translation>Nobody is registered in this role</translation>
    </message>
    <message>
        <source>逐个打电话给还没有表决的岗位（Alt+T）</source>
        <translation>Telephone one by one those who have not answered (Alt+T)</translation>
    </message>
    <message>
        <source>（不在岗）</source>
        <translation> (off duty)</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>{0}（本席）</source>
        <translation>{0} (this desk)</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>task</translation>
    </message>
    <message>
        <source>到待签发任务</source>
        <translation>To the tasks to sign</translation>
    </message>
    <message>
        <source>只显示画面</source>
        <translation>Only show the view</translation>
    </message>
    <message>
        <source>地图范围</source>
        <translation>Map extent</translation>
    </message>
    <message>
        <source>打开发起会商</source>
        <translation>Open new briefing</translation>
    </message>
    <message>
        <source>打开平安计时</source>
        <translation>Open welfare timers</translation>
    </message>
    <message>
        <source>打开报警单</source>
        <translation>Open the alarm list</translation>
    </message>
    <message>
        <source>打开接上级令</source>
        <translation>Open superior order</translation>
    </message>
    <message>
        <source>打开推送单</source>
        <translation>Open the push sheet</translation>
    </message>
    <message>
        <source>打开推送回执</source>
        <translation>Open push receipts</translation>
    </message>
    <message>
        <source>打开点名</source>
        <translation>Open roll-call</translation>
    </message>
    <message>
        <source>打开签发单</source>
        <translation>Open the sign-off sheet</translation>
    </message>
    <message>
        <source>打开通话单</source>
        <translation>Open the call sheet</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>alarm</translation>
    </message>
    <message>
        <source>接报</source>
        <translation>report</translation>
    </message>
    <message>
        <source>推演 {0} m³/s</source>
        <translation>What-if {0} m³/s</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>push</translation>
    </message>
    <message>
        <source>最新的一件</source>
        <translation>newest</translation>
    </message>
    <message>
        <source>最重的一件</source>
        <translation>gravest</translation>
    </message>
    <message>
        <source>来文来电</source>
        <translation>message</translation>
    </message>
    <message>
        <source>正在回放，推演和表单不打开</source>
        <translation>In replay: no what-if, no sheets</translation>
    </message>
    <message>
        <source>现在还没有这样的对象，停在地图上</source>
        <translation>Nothing of this kind yet: on the map</translation>
    </message>
    <message>
        <source>这一步不属于本场景，只显示画面</source>
        <translation>This step is for another realm: view only</translation>
    </message>
    <message>
        <source>这一步所指的对象已不在，其余照常显示</source>
        <translation>What this step points at is gone; the rest is shown</translation>
    </message>
    <message>
        <source>这一步点名的人员有的已不在台账中，按在册的打开</source>
        <translation>Some people of this step are no longer registered; opened for the others</translation>
    </message>
    <message>
        <source>这一步的工作区或页签已不在，停在指挥页</source>
        <translation>The workspace or tab of this step is gone; on the Desk page</translation>
    </message>
    <message>
        <source>选中{0}：{1}</source>
        <translation>selected {0}: {1}</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>incident</translation>
    </message>
</context>
<context>
    <name>PresenterDesk</name>
    <message>
        <source>排练结束，用时 {0}</source>
        <translation>Rehearsal over, took {0}</translation>
    </message>
    <message>
        <source>有演示脚本用不了：{0}</source>
        <translation>A presenter script cannot be used: {0}</translation>
    </message>
    <message>
        <source>正在回放，请回到实况再演示</source>
        <translation>In replay: go back to live to present</translation>
    </message>
    <message>
        <source>演示提词（只有一块屏幕，观众也看得到）</source>
        <translation>Prompts (one screen only: the audience sees them)</translation>
    </message>
    <message>
        <source>演示脚本没有存上：{0}</source>
        <translation>The presenter script was not saved: {0}</translation>
    </message>
    <message>
        <source>这个演示脚本还没有步骤</source>
        <translation>This presenter script has no steps yet</translation>
    </message>
</context>
<context>
    <name>PresenterPage</name>
    <message>
        <source>{0} 副本</source>
        <translation>{0} (copy)</translation>
    </message>
    <message>
        <source>{0} 步</source>
        <translation>{0} steps</translation>
    </message>
    <message>
        <source>{0} 步，计划 {1}</source>
        <translation>{0} steps, planned {1}</translation>
    </message>
    <message>
        <source>上移（Alt+↑）</source>
        <translation>Up (Alt+↑)</translation>
    </message>
    <message>
        <source>下移（Alt+↓）</source>
        <translation>Down (Alt+↓)</translation>
    </message>
    <message>
        <source>从所选步开始(&amp;S)</source>
        <translation>&amp;Start at chosen</translation>
    </message>
    <message>
        <source>从所选的一步开始（Alt+S）</source>
        <translation>Start at the chosen step (Alt+S)</translation>
    </message>
    <message>
        <source>从第一步开始（F11）；PgDn 下一步，PgUp 上一步，Esc 结束</source>
        <translation>Start at the first step (F11); PgDn next, PgUp back, Esc ends</translation>
    </message>
    <message>
        <source>从脚本中删去所选的一步</source>
        <translation>Take the chosen step out of the script</translation>
    </message>
    <message>
        <source>先到要讲的画面，再回到本页记录。</source>
        <translation>Go to the view to be shown, then come back here to keep it.</translation>
    </message>
    <message>
        <source>删去此步</source>
        <translation>Remove step</translation>
    </message>
    <message>
        <source>另存一份</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>复制成一份新的脚本</source>
        <translation>Copy to a new script</translation>
    </message>
    <message>
        <source>开始演示</source>
        <translation>Start presenting</translation>
    </message>
    <message>
        <source>恢复刚删去的一步</source>
        <translation>Put back the step just removed</translation>
    </message>
    <message>
        <source>恢复自带脚本</source>
        <translation>Shipped script</translation>
    </message>
    <message>
        <source>把来本页之前的画面记成一步（Alt+A）</source>
        <translation>Keep the view before this page as a step (Alt+A)</translation>
    </message>
    <message>
        <source>排练(&amp;R)</source>
        <translation>&amp;Rehearse</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>改用随程序带来的脚本，本席改过的另存一份</source>
        <translation>Use the shipped script; your changes are kept as a copy</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>演示步骤</source>
        <translation>Presenter</translation>
    </message>
    <message>
        <source>演示脚本</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>第 {0} 步</source>
        <translation>Step {0}</translation>
    </message>
    <message>
        <source>计时走一遍，结束后可记下实际用时（Alt+R）</source>
        <translation>Walk through with a clock; the times taken can be kept (Alt+R)</translation>
    </message>
    <message>
        <source>记录当前画面</source>
        <translation>Keep this view</translation>
    </message>
    <message>
        <source>记录当前画面(&amp;A)</source>
        <translation>&amp;Add this view</translation>
    </message>
    <message>
        <source>这一步</source>
        <translation>This step</translation>
    </message>
    <message>
        <source>这个脚本还没有步骤</source>
        <translation>This script has no steps yet</translation>
    </message>
</context>
<context>
    <name>PresenterStrip</name>
    <message>
        <source>PgDn、空格</source>
        <translation>PgDn, Space</translation>
    </message>
    <message>
        <source>{0} · 共 {1}</source>
        <translation>{0} · total {1}</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下一步：{0}</source>
        <translation>Next: {0}</translation>
    </message>
    <message>
        <source>排练 · {0}</source>
        <translation>Rehearsal · {0}</translation>
    </message>
    <message>
        <source>最后一步</source>
        <translation>Last step</translation>
    </message>
    <message>
        <source>演示提词（只给主讲人看）</source>
        <translation>Prompts (for the presenter only)</translation>
    </message>
    <message>
        <source>第 {0}/{1} 步</source>
        <translation>Step {0}/{1}</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>结束演示</source>
        <translation>End presenting</translation>
    </message>
</context>
<context>
    <name>PreviewRows</name>
    <message>
        <source>不再需要</source>
        <translation>No longer needed</translation>
    </message>
    <message>
        <source>其余 {0} 条沿用</source>
        <translation>{0} others stay in force</translation>
    </message>
    <message>
        <source>撤</source>
        <translation>−</translation>
    </message>
    <message>
        <source>无人承办</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>由“{0}”替代</source>
        <translation>Superseded by "{0}"</translation>
    </message>
    <message>
        <source>缺 {0} 人</source>
        <translation>{0} short</translation>
    </message>
    <message>
        <source>限 {0}</source>
        <translation>within {0}</translation>
    </message>
</context>
<context>
    <name>ProfileView</name>
    <message>
        <source>+{0:.1f} h</source>
        <translation>+{0:.1f} h</translation>
    </message>
    <message>
        <source>{0:.2f} km</source>
        <translation>{0:.2f} km</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>地面</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>堤顶</source>
        <translation>Crest</translation>
    </message>
    <message>
        <source>最高水面</source>
        <translation>Highest water</translation>
    </message>
    <message>
        <source>选“沿河”，或点地图后选“横断面”，这里画地面与水面</source>
        <translation>Choose "Along river", or click the map and choose "Cross-section": ground and water are drawn here</translation>
    </message>
    <message>
        <source>里程 km</source>
        <translation>Distance km</translation>
    </message>
    <message>
        <source>高程 m</source>
        <translation>Elevation m</translation>
    </message>
    <message>
        <source>高程 m · {0}</source>
        <translation>Elevation m · {0}</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>{0} 录入，来源“{1}”。</source>
        <translation>Typed by {0}, source “{1}”.</translation>
    </message>
    <message>
        <source>不采用(&amp;N)</source>
        <translation>&amp;Not adopted</translation>
    </message>
    <message>
        <source>不采用的理由</source>
        <translation>Why refused</translation>
    </message>
    <message>
        <source>不采用的理由，如：报汛人更正为 3,980</source>
        <translation>Why refused, e.g. observer amends to 3,980</translation>
    </message>
    <message>
        <source>口令不对，未采用；请复核人重新输入</source>
        <translation>Wrong PIN, not adopted; enter it again</translation>
    </message>
    <message>
        <source>复核无误，采用(&amp;Y)</source>
        <translation>Correct, adopt (&amp;Y)</translation>
    </message>
    <message>
        <source>待第二人复核：录入人不能复核自己的报值；采用前不参与等级判断。</source>
        <translation>Awaits second check: nobody checks their own entry; until adopted it does not count for the level.</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>没有待复核的报值</source>
        <translation>No readings await a second check</translation>
    </message>
    <message>
        <source>采用后即参与等级判断（回车）</source>
        <translation>Counts for the level once adopted (Enter)</translation>
    </message>
</context>
<context>
    <name>Proven</name>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
</context>
<context>
    <name>PushBoard</name>
    <message>
        <source> · 复核 {0}</source>
        <translation> · approver {0}</translation>
    </message>
    <message>
        <source>{0} {1} 人</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} 人转下一级</source>
        <translation>{0} to next rung</translation>
    </message>
    <message>
        <source>{0} 次</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>{0} 至 {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}（撤回）</source>
        <translation>{0} (retraction)</translation>
    </message>
    <message>
        <source>不再等：现在就转下一级（所选的人；没有选就是全部未应答的）</source>
        <translation>Wait no longer: next rung now (those chosen; else all without an answer)</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>不通过的理由</source>
        <translation>Reason for refusing</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>发送给 {0} 人</source>
        <translation>Send to {0} people</translation>
    </message>
    <message>
        <source>口令不对，未发出</source>
        <translation>Wrong passphrase; not sent</translation>
    </message>
    <message>
        <source>只追未应答的：逐个打电话，已应答的不再打扰</source>
        <translation>Chase only those without an answer by telephone; the others are left alone</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>备注，可不填</source>
        <translation>Remarks (optional)</translation>
    </message>
    <message>
        <source>已叫</source>
        <translation>Tried</translation>
    </message>
    <message>
        <source>已回应</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>待叫应</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>把未送出的再发一次，已应答的不发</source>
        <translation>Send the failed once more, not to those who answered</translation>
    </message>
    <message>
        <source>拟稿 {0}</source>
        <translation>author {0}</translation>
    </message>
    <message>
        <source>按各人当前一级</source>
        <translation>By each one's present rung</translation>
    </message>
    <message>
        <source>接收人</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>推演中不外发：回到实况后再发送</source>
        <translation>Nothing is sent in a what-if: go back to live first</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>推送台账</source>
        <translation>Pushes</translation>
    </message>
    <message>
        <source>撤回“{0}”</source>
        <translation>Retract "{0}"</translation>
    </message>
    <message>
        <source>撤回正文：{0}</source>
        <translation>Retract text: {0}</translation>
    </message>
    <message>
        <source>撤回的理由</source>
        <translation>Reason for retracting</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未叫应</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>未应答的现在在</source>
        <translation>Without answer, now at</translation>
    </message>
    <message>
        <source>未送出</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>没有未送出的</source>
        <translation>Nothing failed</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>现在这一级</source>
        <translation>Rung, until</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>电话追叫 {0} 人</source>
        <translation>Phone {0} people</translation>
    </message>
    <message>
        <source>经由</source>
        <translation>By</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>给所选的人登记：已送达</source>
        <translation>Log for those chosen: delivered</translation>
    </message>
    <message>
        <source>给所选的人登记：收到</source>
        <translation>Log for those chosen: acknowledged</translation>
    </message>
    <message>
        <source>给所选的人登记：未叫应，转下一级</source>
        <translation>Log for those chosen: not reached, next rung</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>试过</source>
        <translation>Tried</translation>
    </message>
    <message>
        <source>还没有推送</source>
        <translation>No push yet</translation>
    </message>
    <message>
        <source>这一类没有人</source>
        <translation>Nobody in this class</translation>
    </message>
    <message>
        <source>通道</source>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>重发</source>
        <translation>Resend</translation>
    </message>
    <message>
        <source>重发 {0} 条</source>
        <translation>Resend {0}</translation>
    </message>
</context>
<context>
    <name>PushGoing</name>
    <message>
        <source>{0} · 样例，号码已隐去</source>
        <translation>{0} · sample, numbers hidden</translation>
    </message>
    <message>
        <source>公众</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>发往 {0}</source>
        <translation>To {0}</translation>
    </message>
    <message>
        <source>正文、接收人和叫应次序齐了，才知道要发什么</source>
        <translation>Text, recipients and ladder are needed to know what goes out</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>能找到</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>要发出的内容</source>
        <translation>What goes out</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>通道</source>
        <translation>Carrier</translation>
    </message>
</context>
<context>
    <name>PushSheet</name>
    <message>
        <source>20时</source>
        <translation>20:00</translation>
    </message>
    <message>
        <source>{0} 等</source>
        <translation>{0} …</translation>
    </message>
    <message>
        <source>{0}中不外发：回到实况后再发送</source>
        <translation>Nothing is sent in {0}: go back to live first</translation>
    </message>
    <message>
        <source>一键推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>what to do</translation>
    </message>
    <message>
        <source>先存稿，复核人稍后在推送台账里复核</source>
        <translation>Kept as a draft; approved later in the list of pushes</translation>
    </message>
    <message>
        <source>先看各渠道要发什么、找不到谁；不会发出</source>
        <translation>See what each channel sends and whom it does not find; nothing is sent</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>发送给 {0} 人</source>
        <translation>Send to {0} people</translation>
    </message>
    <message>
        <source>口令不对，未发出</source>
        <translation>Wrong passphrase; not sent</translation>
    </message>
    <message>
        <source>叫应次序：到时不应答，自动转下一级</source>
        <translation>Ladder: no answer in time, on to the next rung</translation>
    </message>
    <message>
        <source>各巡查组、嫩滩各户</source>
        <translation>all patrols, all on the low bar</translation>
    </message>
    <message>
        <source>响应等级</source>
        <translation>Response level</translation>
    </message>
    <message>
        <source>回电号码</source>
        <translation>number to call back</translation>
    </message>
    <message>
        <source>复核人口令无误后立即发出（Ctrl+Enter）</source>
        <translation>Goes out at once when the approver's passphrase is right (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>尚缺：{0}</source>
        <translation>Missing: {0}</translation>
    </message>
    <message>
        <source>已按调度面板所选带入 {0} 人/队：{1}。不需要的请移除</source>
        <translation>{0} people or squads brought along from Dispatch: {1}. Take away whom you do not want.</translation>
    </message>
    <message>
        <source>报汛时间</source>
        <translation>Time of reading</translation>
    </message>
    <message>
        <source>拟稿：{0}</source>
        <translation>Author: {0}</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>提交待复核</source>
        <translation>Submit for approval</translation>
    </message>
    <message>
        <source>撤回正文</source>
        <translation>Retract text</translation>
    </message>
    <message>
        <source>撤回正文（发前写好，随时一键撤回）</source>
        <translation>Retract text (written beforehand, one click to retract)</translation>
    </message>
    <message>
        <source>放弃手改，按模板和当前水情重填</source>
        <translation>Drop the edits; fill again from template and present river</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>正文 · 首尾加{0}</source>
        <translation>Text · marked {0} at both ends</translation>
    </message>
    <message>
        <source>正文和撤回正文都要写好</source>
        <translation>Text and retract text are both needed</translation>
    </message>
    <message>
        <source>正文里还有没填的空</source>
        <translation>The text still has blanks</translation>
    </message>
    <message>
        <source>正文里还有没填的空（{0}）</source>
        <translation>The text still has blanks ({0})</translation>
    </message>
    <message>
        <source>水势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>流量</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Addressed to</translation>
    </message>
    <message>
        <source>至少选一级叫应</source>
        <translation>Choose at least one rung</translation>
    </message>
    <message>
        <source>要发出的内容(&amp;W)</source>
        <translation>&amp;What goes out</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>返回接收范围(&amp;W)</source>
        <translation>Back to &amp;who</translation>
    </message>
    <message>
        <source>还没有接收人</source>
        <translation>No recipients yet</translation>
    </message>
    <message>
        <source>重新套用模板</source>
        <translation>Fill from template</translation>
    </message>
    <message>
        <source>预警颜色</source>
        <translation>Warning colour</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>{0} 记 {1}</source>
        <translation>{1}, {0}</translation>
    </message>
    <message>
        <source>写下说了什么；离开此栏即记入</source>
        <translation>Write what was said; recorded on leaving the field</translation>
    </message>
    <message>
        <source>别处已记“{0}”，您的稿子还在</source>
        <translation>Recorded elsewhere: “{0}”; your draft is kept</translation>
    </message>
    <message>
        <source>未记入：离开此栏或按 Ctrl+回车即记</source>
        <translation>Not recorded yet: leave the field or press Ctrl+Enter</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>Nothing recorded</translation>
    </message>
    <message>
        <source>请答：{0}</source>
        <translation>For: {0}</translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message>
        <source>80 % 范围</source>
        <translation>80 % range</translation>
    </message>
    <message>
        <source>{0:,.0f} m³/s</source>
        <translation>{0:,.0f} m³/s</translation>
    </message>
    <message>
        <source>{0:.2f} m</source>
        <translation>{0:.2f} m</translation>
    </message>
    <message>
        <source>{0} {1} m³/s 约 {2} m</source>
        <translation>{0} {1} m³/s: about {2} m</translation>
    </message>
    <message>
        <source>{0} {1} m³/s 超出关系范围，不推算水位</source>
        <translation>{0} {1} m³/s beyond the rating: no stage reckoned</translation>
    </message>
    <message>
        <source>{0} · 由 {1} 次实测得出 · 只在 {2}–{3} m³/s 之内有效</source>
        <translation>{0} · from {1} gaugings · valid only {2}–{3} m³/s</translation>
    </message>
    <message>
        <source>{0} 年</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 年水位流量关系 · {1}</source>
        <translation>Rating {0} · {1}</translation>
    </message>
    <message>
        <source>{0} 年没有水位流量关系</source>
        <translation>No rating for {0}</translation>
    </message>
    <message>
        <source>关系线</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>官方预报</source>
        <translation>Official forecast</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>实测 {0} 次；八成实测偏离关系线不超过 {1:.2f}–{2:.2f} m</source>
        <translation>{0} gaugings; four in five within {1:.2f}–{2:.2f} m of the rating</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>本台预报最大</source>
        <translation>Desk forecast max</translation>
    </message>
    <message>
        <source>本年没有水位流量关系</source>
        <translation>No rating for this year</translation>
    </message>
    <message>
        <source>本机没有这一年的实测点，给不出不确定度</source>
        <translation>No gaugings of this year here: no uncertainty can be given</translation>
    </message>
    <message>
        <source>水位 m · {0}</source>
        <translation>Stage m · {0}</translation>
    </message>
    <message>
        <source>水位流量关系</source>
        <translation>Rating curve</translation>
    </message>
    <message>
        <source>河床逐年冲淤，往年关系不能用于本年；没有数据就不推算水位。</source>
        <translation>The bed scours and silts every year, so an old rating does not hold; without data no stage is derived.</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>{0}。核对无误后再次键入流量 {1}。</source>
        <translation>{0}. If correct, type the flow {1} again.</translation>
    </message>
    <message>
        <source>与本站基面“{0}”不同，水位不会被采用</source>
        <translation>Not this station's datum “{0}”: the stage will not be used</translation>
    </message>
    <message>
        <source>再次键入流量以确认</source>
        <translation>Type the flow again to confirm</translation>
    </message>
    <message>
        <source>基面</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>录入报汛</source>
        <translation>Enter reading</translation>
    </message>
    <message>
        <source>报汛人、方式</source>
        <translation>Observer, means</translation>
    </message>
    <message>
        <source>报汛时间晚于现在</source>
        <translation>The time of reading lies in the future</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>水位 m · 基面</source>
        <translation>Stage m · datum</translation>
    </message>
    <message>
        <source>水位须注明基面</source>
        <translation>A stage needs its datum</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>由“{0}”跨入“{1}”</source>
        <translation>Crosses from "{0}" into "{1}"</translation>
    </message>
    <message>
        <source>较上次 {0} 变化超过一半</source>
        <translation>Differs by more than half from the last, {0}</translation>
    </message>
    <message>
        <source>须有流量或水位</source>
        <translation>Flow or stage needed</translation>
    </message>
    <message>
        <source>须注明来源（报汛人、方式）</source>
        <translation>Source (observer, means) needed</translation>
    </message>
</context>
<context>
    <name>ReckonedWords</name>
    <message>
        <source>{0} · {1} m³/s · {2} 推算</source>
        <translation>{0} · {1} m³/s · reckoned {2}</translation>
    </message>
    <message>
        <source>{0} 户不明</source>
        <translation>{0} unknown</translation>
    </message>
    <message>
        <source>{0}未撤 {1}/{2}</source>
        <translation>{0} {1}/{2} still there</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>外来成果</source>
        <translation>Imported map</translation>
    </message>
    <message>
        <source>按登记上水流量推定</source>
        <translation>Assumed from registered flood flows</translation>
    </message>
    <message>
        <source>撤离时钟（{0} m³/s，{1}）</source>
        <translation>Evacuation clock ({0} m³/s, {1})</translation>
    </message>
    <message>
        <source>无人受威胁</source>
        <translation>nobody threatened</translation>
    </message>
    <message>
        <source>最早 {0} 前动身</source>
        <translation>· first by {0}</translation>
    </message>
    <message>
        <source>模型成果</source>
        <translation>Model result</translation>
    </message>
    <message>
        <source>模型成果·示意地形·非实测</source>
        <translation>Model result · idealised terrain · not surveyed</translation>
    </message>
    <message>
        <source>派船 {0} 处</source>
        <translation>boat pickups {0}</translation>
    </message>
    <message>
        <source>路已断 {0}</source>
        <translation>· cut off {0}</translation>
    </message>
    <message>
        <source>须立即撤 {0}</source>
        <translation>· leave now {0}</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>{0} 等 {1} 人</source>
        <translation>{0} … {1} people in all</translation>
    </message>
    <message>
        <source>{0} 等 {1} 户</source>
        <translation>{0} … {1} households in all</translation>
    </message>
    <message>
        <source>“{0}”，{1} 人</source>
        <translation>“{0}”, {1} people</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>By</translation>
    </message>
    <message>
        <source>人次未叫应</source>
        <translation>not reached</translation>
    </message>
    <message>
        <source>件事件</source>
        <translation>reports</translation>
    </message>
    <message>
        <source>内容被改动</source>
        <translation>the contents were changed</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>前后不相接</source>
        <translation>the chain is broken</translation>
    </message>
    <message>
        <source>受领</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>在{0}的席位上</source>
        <translation>at the desk of {0}</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>序号有缺</source>
        <translation>a number is missing</translation>
    </message>
    <message>
        <source>快照与日志不符</source>
        <translation>Snapshot and journal differ</translation>
    </message>
    <message>
        <source>户/人已撤离</source>
        <translation>people or households evacuated</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>日志不完整：{0}{1}（共核对 {2} 条）</source>
        <translation>Journal not intact: {0} {1} ({2} rows verified)</translation>
    </message>
    <message>
        <source>日志完整：{0} 条逐条核对无误</source>
        <translation>Journal intact: {0} rows verified</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>末尾被截去</source>
        <translation>the end is cut off</translation>
    </message>
    <message>
        <source>次报汛</source>
        <translation>readings</translation>
    </message>
    <message>
        <source>次推送</source>
        <translation>pushes</translation>
    </message>
    <message>
        <source>次电话</source>
        <translation>calls</translation>
    </message>
    <message>
        <source>次签发</source>
        <translation>sign-offs</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>第 {0} 条</source>
        <translation>row {0},</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>花园口镇防汛指挥部 · {0} · 时间为北京时间</source>
        <translation>Huayuankou Town Flood HQ · {0} · Beijing time</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>起险情</source>
        <translation>incidents</translation>
    </message>
    <message>
        <source>这一天没有记录</source>
        <translation>Nothing recorded on this day</translation>
    </message>
    <message>
        <source>防汛值班日志 {0}</source>
        <translation>Flood watch log {0}</translation>
    </message>
    <message>
        <source>附件缺失或被改动</source>
        <translation>an attachment is missing or changed</translation>
    </message>
    <message>
        <source>项任务下达</source>
        <translation>tasks issued</translation>
    </message>
    <message>
        <source>项完成</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>项核验</source>
        <translation>verified</translation>
    </message>
</context>
<context>
    <name>RecordWorkspace</name>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>从这一步回放</source>
        <translation>Replay from here</translation>
    </message>
    <message>
        <source>值班日志-{0}.html</source>
        <translation>watch-log-{0}.html</translation>
    </message>
    <message>
        <source>值班记事</source>
        <translation>Note of the watch</translation>
    </message>
    <message>
        <source>值班记事，回车记入日志</source>
        <translation>Note of the watch; Enter puts it in the journal</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>列出 {0} 条</source>
        <translation>{0} listed</translation>
    </message>
    <message>
        <source>到对象</source>
        <translation>Go to object</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>刷新（新增 {0} 条）</source>
        <translation>Refresh ({0} new)</translation>
    </message>
    <message>
        <source>在全部日志中查找：人名、任务、地点、理由</source>
        <translation>Find in the whole journal: person, task, place, reason</translation>
    </message>
    <message>
        <source>复盘</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>导出 {0} 的记录</source>
        <translation>Export the record of {0}</translation>
    </message>
    <message>
        <source>导出当日记录…</source>
        <translation>Export the day…</translation>
    </message>
    <message>
        <source>已存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>把所选时段起始那天的记录存为网页或表格</source>
        <translation>Save the record of the first day of the period as a page or table</translation>
    </message>
    <message>
        <source>整个屏幕回到这一步之后的样子，只看不改</source>
        <translation>The whole screen as it was after this step, to look at only</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>校验日志</source>
        <translation>Verify journal</translation>
    </message>
    <message>
        <source>正在读取日志…</source>
        <translation>Reading the journal…</translation>
    </message>
    <message>
        <source>正在逐条核对…</source>
        <translation>Verifying…</translation>
    </message>
    <message>
        <source>没有符合条件的记录</source>
        <translation>No record matches</translation>
    </message>
    <message>
        <source>网页，可打印 (*.html)</source>
        <translation>Page, can be printed (*.html)</translation>
    </message>
    <message>
        <source>自定时段</source>
        <translation>Own period</translation>
    </message>
    <message>
        <source>表格 (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>记入日志</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>记入时间</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>近 24 小时</source>
        <translation>Last 24 h</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>Last 7 d</translation>
    </message>
    <message>
        <source>选一条看全部内容</source>
        <translation>Choose a line to see all of it</translation>
    </message>
    <message>
        <source>选中这一步所说的对象</source>
        <translation>Select what this step is about</translation>
    </message>
    <message>
        <source>逐条核对日志的哈希链</source>
        <translation>Walk the hash chain of the journal</translation>
    </message>
    <message>
        <source>重新读取日志（F5）</source>
        <translation>Read the journal again (F5)</translation>
    </message>
    <message>
        <source>，更早的未列</source>
        <translation>, earlier ones not</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>1 小时内首报，或列入当日报表</source>
        <translation>first report within 1 h, or in the day's list</translation>
    </message>
    <message>
        <source>100厘米处土壤含水量</source>
        <translation>Soil moisture at 100 cm</translation>
    </message>
    <message>
        <source>10分钟时段降水量</source>
        <translation>10-min rain</translation>
    </message>
    <message>
        <source>10厘米处土壤含水量</source>
        <translation>Soil moisture at 10 cm</translation>
    </message>
    <message>
        <source>12小时时段降水量</source>
        <translation>12-h rain</translation>
    </message>
    <message>
        <source>160型</source>
        <translation>type 160</translation>
    </message>
    <message>
        <source>1985国家高程基准</source>
        <translation>NHD 1985</translation>
    </message>
    <message>
        <source>1分钟时段降水量</source>
        <translation>1-min rain</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位1</source>
        <translation>5-min relative stage 1 within 1 h</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位2</source>
        <translation>5-min relative stage 2 within 1 h</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位3</source>
        <translation>5-min relative stage 3 within 1 h</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位4</source>
        <translation>5-min relative stage 4 within 1 h</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位5</source>
        <translation>5-min relative stage 5 within 1 h</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位6</source>
        <translation>5-min relative stage 6 within 1 h</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位7</source>
        <translation>5-min relative stage 7 within 1 h</translation>
    </message>
    <message>
        <source>1小时内5分钟间隔相对水位8</source>
        <translation>5-min relative stage 8 within 1 h</translation>
    </message>
    <message>
        <source>1小时内每5分钟时段雨量</source>
        <translation>5-min rain within 1 h</translation>
    </message>
    <message>
        <source>1小时时段降水量</source>
        <translation>1-h rain</translation>
    </message>
    <message>
        <source>20厘米处土壤含水量</source>
        <translation>Soil moisture at 20 cm</translation>
    </message>
    <message>
        <source>24瓶/箱</source>
        <translation>24 bottles a box</translation>
    </message>
    <message>
        <source>2小时时段降水量</source>
        <translation>2-h rain</translation>
    </message>
    <message>
        <source>30 分钟内首报</source>
        <translation>first report within 30 min</translation>
    </message>
    <message>
        <source>30分钟时段降水量</source>
        <translation>30-min rain</translation>
    </message>
    <message>
        <source>30厘米处土壤含水量</source>
        <translation>Soil moisture at 30 cm</translation>
    </message>
    <message>
        <source>3小时时段降水量</source>
        <translation>3-h rain</translation>
    </message>
    <message>
        <source>40厘米处土壤含水量</source>
        <translation>Soil moisture at 40 cm</translation>
    </message>
    <message>
        <source>40马力</source>
        <translation>40 hp</translation>
    </message>
    <message>
        <source>50厘米处土壤含水量</source>
        <translation>Soil moisture at 50 cm</translation>
    </message>
    <message>
        <source>50型</source>
        <translation>type 50</translation>
    </message>
    <message>
        <source>5分钟时段降水量</source>
        <translation>5-min rain</translation>
    </message>
    <message>
        <source>60厘米处土壤含水量</source>
        <translation>Soil moisture at 60 cm</translation>
    </message>
    <message>
        <source>6小时时段降水量</source>
        <translation>6-h rain</translation>
    </message>
    <message>
        <source>8#、10#</source>
        <translation>No. 8, 10</translation>
    </message>
    <message>
        <source>80厘米处土壤含水量</source>
        <translation>Soil moisture at 80 cm</translation>
    </message>
    <message>
        <source>hbdj 防汛抢险基础知识——漏洞；黏土前戗尺寸见漏洞抢护资料（烟台）</source>
        <translation>hbdj flood-fighting basics: piping leaks; size of clay berm from leak-fighting papers (Yantai)</translation>
    </message>
    <message>
        <source>pH值</source>
        <translation>pH</translation>
    </message>
    <message>
        <source>pH值上限</source>
        <translation>pH, upper limit</translation>
    </message>
    <message>
        <source>pH值下限</source>
        <translation>pH, lower limit</translation>
    </message>
    <message>
        <source>{bench}还有人到了必须动身时刻，请立即叫应</source>
        <translation>{bench}: people there must leave now. Call them at once.</translation>
    </message>
    <message>
        <source>{role}任务超时，请催办</source>
        <translation>{role}: task overdue. Press for it.</translation>
    </message>
    <message>
        <source>{station}来水达到{level}</source>
        <translation>{station} has reached {level}.</translation>
    </message>
    <message>
        <source>一线临水作业人员</source>
        <translation>Riverside workers</translation>
    </message>
    <message>
        <source>上下游水位差</source>
        <translation>Difference of levels</translation>
    </message>
    <message>
        <source>上游或支流站流量达到设定等级</source>
        <translation>The flow at an upstream or tributary station has reached a set level</translation>
    </message>
    <message>
        <source>上游站达到预警流量</source>
        <translation>Upstream station at warning flow</translation>
    </message>
    <message>
        <source>上级平台或水情公报网址</source>
        <translation>Address of superior platform or bulletin</translation>
    </message>
    <message>
        <source>上跨角</source>
        <translation>Upper corner</translation>
    </message>
    <message>
        <source>上部减载、下部固脚压重</source>
        <translation>Unload above, hold and weight the toe</translation>
    </message>
    <message>
        <source>下泄可能加大</source>
        <translation>Releases may grow</translation>
    </message>
    <message>
        <source>下蛰</source>
        <translation>settlement</translation>
    </message>
    <message>
        <source>下跨角</source>
        <translation>Lower corner</translation>
    </message>
    <message>
        <source>不入水</source>
        <translation>not in water</translation>
    </message>
    <message>
        <source>不同来源同时刻数值相差超过设定</source>
        <translation>Values of different sources at one time differ by more than set</translation>
    </message>
    <message>
        <source>不知以何者为准</source>
        <translation>It is not known which holds</translation>
    </message>
    <message>
        <source>与测站核对，更正或停用该要素</source>
        <translation>Check with the station, amend or switch off the element</translation>
    </message>
    <message>
        <source>与漏洞直接相关</source>
        <translation>linked to a piping leak</translation>
    </message>
    <message>
        <source>专业技术</source>
        <translation>technician</translation>
    </message>
    <message>
        <source>专属网格</source>
        <translation>Special grid</translation>
    </message>
    <message>
        <source>东大坝下延控导</source>
        <translation>Dongdaba training</translation>
    </message>
    <message>
        <source>东大坝下延控导工程</source>
        <translation>Dongdaba training</translation>
    </message>
    <message>
        <source>东大坝料场</source>
        <translation>Dongdaba yard</translation>
    </message>
    <message>
        <source>东平湖老湖</source>
        <translation>Dongping Lake</translation>
    </message>
    <message>
        <source>两布一膜</source>
        <translation>two cloths, one film</translation>
    </message>
    <message>
        <source>严禁用不透水料硬堵涌口</source>
        <translation>Never block the boil with tight material</translation>
    </message>
    <message>
        <source>个</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>个数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>中</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>中心站1主信道类型及地址</source>
        <translation>Centre 1 main channel</translation>
    </message>
    <message>
        <source>中心站1备用信道类型及地址</source>
        <translation>Centre 1 spare channel</translation>
    </message>
    <message>
        <source>中心站2主信道类型及地址</source>
        <translation>Centre 2 main channel</translation>
    </message>
    <message>
        <source>中心站2备用信道类型及地址</source>
        <translation>Centre 2 spare channel</translation>
    </message>
    <message>
        <source>中心站3主信道类型及地址</source>
        <translation>Centre 3 main channel</translation>
    </message>
    <message>
        <source>中心站3备用信道类型及地址</source>
        <translation>Centre 3 spare channel</translation>
    </message>
    <message>
        <source>中心站4主信道类型及地址</source>
        <translation>Centre 4 main channel</translation>
    </message>
    <message>
        <source>中心站4备用信道类型及地址</source>
        <translation>Centre 4 spare channel</translation>
    </message>
    <message>
        <source>中心站地址</source>
        <translation>Centre address</translation>
    </message>
    <message>
        <source>中粗砂</source>
        <translation>medium coarse</translation>
    </message>
    <message>
        <source>中继站(集合转发站)服务地址范围</source>
        <translation>Addresses served by the relay</translation>
    </message>
    <message>
        <source>临截背导通用技术</source>
        <translation>Common practice, cut off and drain</translation>
    </message>
    <message>
        <source>临水作业穿救生衣、系安全绳</source>
        <translation>Near water: life jacket and safety line</translation>
    </message>
    <message>
        <source>临河坡</source>
        <translation>riverside slope</translation>
    </message>
    <message>
        <source>临河堤脚</source>
        <translation>riverside toe</translation>
    </message>
    <message>
        <source>临河截渗、背河导渗</source>
        <translation>Cut off riverside, drain landside</translation>
    </message>
    <message>
        <source>临河护脚</source>
        <translation>Protect the toe riverside</translation>
    </message>
    <message>
        <source>临河水面有漩涡</source>
        <translation>Whirl on the water riverside</translation>
    </message>
    <message>
        <source>临河漩涡</source>
        <translation>Whirl riverside</translation>
    </message>
    <message>
        <source>临河黏土前戗</source>
        <translation>Clay berm riverside</translation>
    </message>
    <message>
        <source>主槽满流，花园口、马渡险工靠溜坝岸受冲，可能出现根石走失等险情；嫩滩低洼处见水，浮桥准备拆除，河务部门查险抢险为主。</source>
        <translation>Main channel full; spurs of Huayuankou and Madu near the current are scoured and may lose root stone. Low parts of the low bar take water, the pontoon is made ready for removal; the river bureau inspects and protects.</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>乱占</source>
        <translation>Illegal occupation</translation>
    </message>
    <message>
        <source>乱堆</source>
        <translation>Illegal heaps</translation>
    </message>
    <message>
        <source>乱建</source>
        <translation>Illegal building</translation>
    </message>
    <message>
        <source>乱采</source>
        <translation>Illegal mining</translation>
    </message>
    <message>
        <source>二滩</source>
        <translation>Mid terrace</translation>
    </message>
    <message>
        <source>交流A相电压</source>
        <translation>AC phase A voltage</translation>
    </message>
    <message>
        <source>交流A相电流</source>
        <translation>AC phase A current</translation>
    </message>
    <message>
        <source>交流B相电压</source>
        <translation>AC phase B voltage</translation>
    </message>
    <message>
        <source>交流B相电流</source>
        <translation>AC phase B current</translation>
    </message>
    <message>
        <source>交流C相电压</source>
        <translation>AC phase C voltage</translation>
    </message>
    <message>
        <source>交流C相电流</source>
        <translation>AC phase C current</translation>
    </message>
    <message>
        <source>交通管制员</source>
        <translation>Traffic controller</translation>
    </message>
    <message>
        <source>京水村</source>
        <translation>Jingshui</translation>
    </message>
    <message>
        <source>人员可能遇险</source>
        <translation>People may be in danger</translation>
    </message>
    <message>
        <source>人员生命危险</source>
        <translation>Lives in danger</translation>
    </message>
    <message>
        <source>人员落水</source>
        <translation>Person in water</translation>
    </message>
    <message>
        <source>人工置数</source>
        <translation>Manual value</translation>
    </message>
    <message>
        <source>人机先撤，或按令保坝</source>
        <translation>People and machines out first, or hold the spur by order</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Depots</translation>
    </message>
    <message>
        <source>仓库保管员</source>
        <translation>Depot keeper</translation>
    </message>
    <message>
        <source>以出清水、不带沙为成</source>
        <translation>Done when water is clear, without sand</translation>
    </message>
    <message>
        <source>件</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>任务超过时限未完成</source>
        <translation>Task past its limit</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>伊河</source>
        <translation>Yi River</translation>
    </message>
    <message>
        <source>伊洛河</source>
        <translation>Yiluo River</translation>
    </message>
    <message>
        <source>位移</source>
        <translation>Displacement</translation>
    </message>
    <message>
        <source>低</source>
        <translation>low</translation>
    </message>
    <message>
        <source>低滩全部上水、高滩部分上水，滩面水深1–3m；大堤偎水，堤前水深1–4m。东大坝下延控导可能漫顶、揭顶后溃；二滩人员、农机、牲畜须全部撤出。</source>
        <translation>All the low and part of the high floodplain are covered, 1–3 m deep; water stands 1–4 m at the levee. Dongdaba training works may be overtopped and breached behind. People, machines and livestock all leave the mid terrace.</translation>
    </message>
    <message>
        <source>供电人员</source>
        <translation>Power crew</translation>
    </message>
    <message>
        <source>便携式</source>
        <translation>portable</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>修改遥测站基本配置表</source>
        <translation>Change basic configuration</translation>
    </message>
    <message>
        <source>修改遥测站运行参数配置表</source>
        <translation>Change running parameters</translation>
    </message>
    <message>
        <source>值班员（演示）</source>
        <translation>Duty officer (demo)</translation>
    </message>
    <message>
        <source>值班长（演示）</source>
        <translation>Watch leader (demo)</translation>
    </message>
    <message>
        <source>倾倒垃圾</source>
        <translation>Dumping</translation>
    </message>
    <message>
        <source>倾倒方向</source>
        <translation>Direction of tilt</translation>
    </message>
    <message>
        <source>倾倒长</source>
        <translation>Length tilted</translation>
    </message>
    <message>
        <source>倾角</source>
        <translation>Angle of tilt</translation>
    </message>
    <message>
        <source>催办责任岗位，必要时改派</source>
        <translation>Press the lead role, reassign if needed</translation>
    </message>
    <message>
        <source>充电式</source>
        <translation>rechargeable</translation>
    </message>
    <message>
        <source>先固根后护坡</source>
        <translation>Root first, slope after</translation>
    </message>
    <message>
        <source>先探进水口，摸准再堵</source>
        <translation>Sound for the inlet first, block once it is found</translation>
    </message>
    <message>
        <source>先查漏洞</source>
        <translation>Look for a piping leak first</translation>
    </message>
    <message>
        <source>先确认闸门关到位</source>
        <translation>Make sure first the gate is fully closed</translation>
    </message>
    <message>
        <source>党委书记、第一指挥长</source>
        <translation>Party secretary, first commander</translation>
    </message>
    <message>
        <source>入水</source>
        <translation>in water</translation>
    </message>
    <message>
        <source>入水 ≥2 m</source>
        <translation>≥ 2 m under water</translation>
    </message>
    <message>
        <source>入水深</source>
        <translation>Depth under water</translation>
    </message>
    <message>
        <source>全部冲失</source>
        <translation>all washed away</translation>
    </message>
    <message>
        <source>全部工程</source>
        <translation>All works</translation>
    </message>
    <message>
        <source>全镇</source>
        <translation>Whole town</translation>
    </message>
    <message>
        <source>八堡村</source>
        <translation>Babao</translation>
    </message>
    <message>
        <source>公安民警</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>关闭闸门、围堵</source>
        <translation>Close the gate, ring it</translation>
    </message>
    <message>
        <source>其他横缝</source>
        <translation>other transverse</translation>
    </message>
    <message>
        <source>其他险情</source>
        <translation>Other incident</translation>
    </message>
    <message>
        <source>养成期</source>
        <translation>growing out</translation>
    </message>
    <message>
        <source>农业农村组组长</source>
        <translation>Head, agriculture</translation>
    </message>
    <message>
        <source>农户</source>
        <translation>Farmer</translation>
    </message>
    <message>
        <source>农技员</source>
        <translation>Agronomist</translation>
    </message>
    <message>
        <source>农村专兼职网格员</source>
        <translation>Rural grid worker</translation>
    </message>
    <message>
        <source>冲毁体积</source>
        <translation>Volume washed away</translation>
    </message>
    <message>
        <source>冲毁深</source>
        <translation>Depth washed away</translation>
    </message>
    <message>
        <source>冲毁长</source>
        <translation>Length washed away</translation>
    </message>
    <message>
        <source>冲锋舟</source>
        <translation>Assault boats</translation>
    </message>
    <message>
        <source>冲锋舟队员</source>
        <translation>Boat crew</translation>
    </message>
    <message>
        <source>决口</source>
        <translation>Breach</translation>
    </message>
    <message>
        <source>减缓</source>
        <translation>easing</translation>
    </message>
    <message>
        <source>出水口直径</source>
        <translation>Diameter of outlet</translation>
    </message>
    <message>
        <source>出水水色</source>
        <translation>Colour of water</translation>
    </message>
    <message>
        <source>出水量</source>
        <translation>Outflow</translation>
    </message>
    <message>
        <source>出浑水</source>
        <translation>turbid water</translation>
    </message>
    <message>
        <source>出清水，直径 &gt;5 cm</source>
        <translation>clear water, diameter &gt; 5 cm</translation>
    </message>
    <message>
        <source>出清水，直径 ≤5 cm</source>
        <translation>clear water, diameter ≤ 5 cm</translation>
    </message>
    <message>
        <source>出险原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>出险部位</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>分批返滩通知</source>
        <translation>Return in turns</translation>
    </message>
    <message>
        <source>列入检修，险时人工探摸</source>
        <translation>Put on the repair list, sound by hand in an emergency</translation>
    </message>
    <message>
        <source>初始化固态存储数据</source>
        <translation>Initialise solid-state storage</translation>
    </message>
    <message>
        <source>利津</source>
        <translation>Lijin</translation>
    </message>
    <message>
        <source>到了必须动身时刻仍未撤离</source>
        <translation>Not left by the time they must leave</translation>
    </message>
    <message>
        <source>前堵后导、临背兼施</source>
        <translation>Block in front, drain behind; work both sides</translation>
    </message>
    <message>
        <source>前方人员求助</source>
        <translation>Field squad calls for help</translation>
    </message>
    <message>
        <source>前方队伍求助或报平安超时</source>
        <translation>A field squad calls for help or its safe report is overdue</translation>
    </message>
    <message>
        <source>前方队伍求助，请立即呼叫</source>
        <translation>A field squad calls for help. Call them at once.</translation>
    </message>
    <message>
        <source>前线指挥部</source>
        <translation>Forward command post</translation>
    </message>
    <message>
        <source>副指挥长（武装部长）</source>
        <translation>Deputy commander (militia)</translation>
    </message>
    <message>
        <source>副指挥长（申庄、东大坝下延片区前指）</source>
        <translation>Deputy commander (Shenzhuang, Dongdaba)</translation>
    </message>
    <message>
        <source>副指挥长（花园口片区前指）</source>
        <translation>Deputy commander (Huayuankou)</translation>
    </message>
    <message>
        <source>副指挥长（马渡片区前指）</source>
        <translation>Deputy commander (Madu)</translation>
    </message>
    <message>
        <source>功率加报阈值</source>
        <translation>Extra report threshold, power</translation>
    </message>
    <message>
        <source>加剧</source>
        <translation>worse</translation>
    </message>
    <message>
        <source>加密观测，核对小浪底下泄和支流来水，提前通知滩区责任人</source>
        <translation>Observe more often, check Xiaolangdi releases and tributaries, warn those in charge of the floodplain early</translation>
    </message>
    <message>
        <source>加报时间间隔</source>
        <translation>Extra report interval</translation>
    </message>
    <message>
        <source>加报水位1</source>
        <translation>Extra report stage 1</translation>
    </message>
    <message>
        <source>加报水位2</source>
        <translation>Extra report stage 2</translation>
    </message>
    <message>
        <source>加报水位3</source>
        <translation>Extra report stage 3</translation>
    </message>
    <message>
        <source>加报水位4</source>
        <translation>Extra report stage 4</translation>
    </message>
    <message>
        <source>加报水位5</source>
        <translation>Extra report stage 5</translation>
    </message>
    <message>
        <source>加报水位6</source>
        <translation>Extra report stage 6</translation>
    </message>
    <message>
        <source>加报水位7</source>
        <translation>Extra report stage 7</translation>
    </message>
    <message>
        <source>加报水位8</source>
        <translation>Extra report stage 8</translation>
    </message>
    <message>
        <source>加报水位以上加报阈值</source>
        <translation>Extra report threshold above stage</translation>
    </message>
    <message>
        <source>加报水位以下加报阈值</source>
        <translation>Extra report threshold below stage</translation>
    </message>
    <message>
        <source>加高子堰</source>
        <translation>Raise the sub-dike</translation>
    </message>
    <message>
        <source>包段干部</source>
        <translation>Section official</translation>
    </message>
    <message>
        <source>区防指、惠金河务局</source>
        <translation>district flood HQ, Huijin River Bureau</translation>
    </message>
    <message>
        <source>医疗防疫组组长</source>
        <translation>Head, medical</translation>
    </message>
    <message>
        <source>升降灯塔</source>
        <translation>telescopic mast</translation>
    </message>
    <message>
        <source>华县</source>
        <translation>Huaxian</translation>
    </message>
    <message>
        <source>协议</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>单人</source>
        <translation>single</translation>
    </message>
    <message>
        <source>单块≥25kg</source>
        <translation>≥ 25 kg each</translation>
    </message>
    <message>
        <source>南月堤村</source>
        <translation>Nanyuedi</translation>
    </message>
    <message>
        <source>卫星电话</source>
        <translation>Satellite phones</translation>
    </message>
    <message>
        <source>卫生人员</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>县（区）河务局</source>
        <translation>county (district) river bureau</translation>
    </message>
    <message>
        <source>及时裹护</source>
        <translation>Armour at once</translation>
    </message>
    <message>
        <source>反滤围井：先清杂物，按层铺反滤料</source>
        <translation>Filter well: clear debris, lay filter by layers</translation>
    </message>
    <message>
        <source>反滤导渗、控制涌水带沙</source>
        <translation>Filter and drain, hold the sand</translation>
    </message>
    <message>
        <source>反滤导渗通用技术；铺盖尺寸见陆浑水库预案做法</source>
        <translation>Common filter practice; blanket size after the Luhun Reservoir plan</translation>
    </message>
    <message>
        <source>反滤沟导渗</source>
        <translation>Filter drains</translation>
    </message>
    <message>
        <source>反滤铺盖：砂袋密铺 ≥30 cm，再碎石袋 ≥30 cm，上压大块石</source>
        <translation>Filter blanket: sandbags ≥ 30 cm, gravel bags ≥ 30 cm, large stone on top</translation>
    </message>
    <message>
        <source>发生{grade}险情，{place}</source>
        <translation>{grade} incident at {place}.</translation>
    </message>
    <message>
        <source>发电机组</source>
        <translation>Generators</translation>
    </message>
    <message>
        <source>取(排)水口1上限水位</source>
        <translation>Intake/outfall 1 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口1上限水压</source>
        <translation>Intake/outfall 1 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口1下限水位</source>
        <translation>Intake/outfall 1 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口1下限水压</source>
        <translation>Intake/outfall 1 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口2上限水位</source>
        <translation>Intake/outfall 2 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口2上限水压</source>
        <translation>Intake/outfall 2 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口2下限水位</source>
        <translation>Intake/outfall 2 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口2下限水压</source>
        <translation>Intake/outfall 2 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口3上限水位</source>
        <translation>Intake/outfall 3 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口3上限水压</source>
        <translation>Intake/outfall 3 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口3下限水位</source>
        <translation>Intake/outfall 3 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口3下限水压</source>
        <translation>Intake/outfall 3 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口4上限水位</source>
        <translation>Intake/outfall 4 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口4上限水压</source>
        <translation>Intake/outfall 4 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口4下限水位</source>
        <translation>Intake/outfall 4 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口4下限水压</source>
        <translation>Intake/outfall 4 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口5上限水位</source>
        <translation>Intake/outfall 5 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口5上限水压</source>
        <translation>Intake/outfall 5 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口5下限水位</source>
        <translation>Intake/outfall 5 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口5下限水压</source>
        <translation>Intake/outfall 5 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口6上限水位</source>
        <translation>Intake/outfall 6 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口6上限水压</source>
        <translation>Intake/outfall 6 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口6下限水位</source>
        <translation>Intake/outfall 6 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口6下限水压</source>
        <translation>Intake/outfall 6 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口7上限水位</source>
        <translation>Intake/outfall 7 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口7上限水压</source>
        <translation>Intake/outfall 7 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口7下限水位</source>
        <translation>Intake/outfall 7 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口7下限水压</source>
        <translation>Intake/outfall 7 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口8上限水位</source>
        <translation>Intake/outfall 8 upper stage limit</translation>
    </message>
    <message>
        <source>取(排)水口8上限水压</source>
        <translation>Intake/outfall 8 upper pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口8下限水位</source>
        <translation>Intake/outfall 8 lower stage limit</translation>
    </message>
    <message>
        <source>取(排)水口8下限水压</source>
        <translation>Intake/outfall 8 lower pressure limit</translation>
    </message>
    <message>
        <source>取(排)水口水位1</source>
        <translation>Stage of intake/outfall 1</translation>
    </message>
    <message>
        <source>取(排)水口水位2</source>
        <translation>Stage of intake/outfall 2</translation>
    </message>
    <message>
        <source>取(排)水口水位3</source>
        <translation>Stage of intake/outfall 3</translation>
    </message>
    <message>
        <source>取(排)水口水位4</source>
        <translation>Stage of intake/outfall 4</translation>
    </message>
    <message>
        <source>取(排)水口水位5</source>
        <translation>Stage of intake/outfall 5</translation>
    </message>
    <message>
        <source>取(排)水口水位6</source>
        <translation>Stage of intake/outfall 6</translation>
    </message>
    <message>
        <source>取(排)水口水位7</source>
        <translation>Stage of intake/outfall 7</translation>
    </message>
    <message>
        <source>取(排)水口水位8</source>
        <translation>Stage of intake/outfall 8</translation>
    </message>
    <message>
        <source>取(排)水口流量1</source>
        <translation>Flow of intake/outfall 1</translation>
    </message>
    <message>
        <source>取(排)水口流量2</source>
        <translation>Flow of intake/outfall 2</translation>
    </message>
    <message>
        <source>取(排)水口流量3</source>
        <translation>Flow of intake/outfall 3</translation>
    </message>
    <message>
        <source>取(排)水口流量4</source>
        <translation>Flow of intake/outfall 4</translation>
    </message>
    <message>
        <source>取(排)水口流量5</source>
        <translation>Flow of intake/outfall 5</translation>
    </message>
    <message>
        <source>取(排)水口流量6</source>
        <translation>Flow of intake/outfall 6</translation>
    </message>
    <message>
        <source>取(排)水口流量7</source>
        <translation>Flow of intake/outfall 7</translation>
    </message>
    <message>
        <source>取(排)水口流量8</source>
        <translation>Flow of intake/outfall 8</translation>
    </message>
    <message>
        <source>取土打井</source>
        <translation>Digging, wells</translation>
    </message>
    <message>
        <source>取水口</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>口门处地质</source>
        <translation>Ground at breach</translation>
    </message>
    <message>
        <source>口门宽</source>
        <translation>Width of breach</translation>
    </message>
    <message>
        <source>口门流速</source>
        <translation>Velocity in breach</translation>
    </message>
    <message>
        <source>口门流量</source>
        <translation>Flow through breach</translation>
    </message>
    <message>
        <source>只</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>叫应包保责任人，派车接送</source>
        <translation>Call the guardians, send vehicles</translation>
    </message>
    <message>
        <source>可刈割</source>
        <translation>ready to mow</translation>
    </message>
    <message>
        <source>可能误判水势</source>
        <translation>The flood may be misjudged</translation>
    </message>
    <message>
        <source>台</source>
        <translation>no.</translation>
    </message>
    <message>
        <source>叶绿素a</source>
        <translation>Chlorophyll a</translation>
    </message>
    <message>
        <source>叶绿素上限</source>
        <translation>Chlorophyll, upper limit</translation>
    </message>
    <message>
        <source>叶绿素下限</source>
        <translation>Chlorophyll, lower limit</translation>
    </message>
    <message>
        <source>各种情况</source>
        <translation>any case</translation>
    </message>
    <message>
        <source>合作社</source>
        <translation>Co-operative</translation>
    </message>
    <message>
        <source>同一站各来源数值不一致</source>
        <translation>Sources of a station differ</translation>
    </message>
    <message>
        <source>同时滑塌入水 ≥2 m</source>
        <translation>slid in together, ≥ 2 m under water</translation>
    </message>
    <message>
        <source>后勤保障员</source>
        <translation>Logistics</translation>
    </message>
    <message>
        <source>后勤组组长</source>
        <translation>Head, logistics</translation>
    </message>
    <message>
        <source>后溃宽</source>
        <translation>Width breached behind</translation>
    </message>
    <message>
        <source>后溃长</source>
        <translation>Length breached behind</translation>
    </message>
    <message>
        <source>吐丝期</source>
        <translation>silking</translation>
    </message>
    <message>
        <source>向上级防办了解调度安排，关注下泄</source>
        <translation>Ask the superior flood office for the operation plan, watch the releases</translation>
    </message>
    <message>
        <source>含氯消毒剂</source>
        <translation>chlorine</translation>
    </message>
    <message>
        <source>含沙量</source>
        <translation>Sediment</translation>
    </message>
    <message>
        <source>启动响应通知</source>
        <translation>Response started</translation>
    </message>
    <message>
        <source>启闭失灵</source>
        <translation>gate fails</translation>
    </message>
    <message>
        <source>周边设警戒，不得踩踏、插棍</source>
        <translation>Cordon: no treading, no poking</translation>
    </message>
    <message>
        <source>响应解除通知</source>
        <translation>Response ended</translation>
    </message>
    <message>
        <source>喊话器</source>
        <translation>Megaphones</translation>
    </message>
    <message>
        <source>回溜淘刷</source>
        <translation>eddy scour</translation>
    </message>
    <message>
        <source>固态存储数据初始化</source>
        <translation>Initialise solid-state storage</translation>
    </message>
    <message>
        <source>固根护坡</source>
        <translation>Hold the root, protect the slope</translation>
    </message>
    <message>
        <source>固根护脚、缓溜防冲</source>
        <translation>Hold foot and root, slow the current</translation>
    </message>
    <message>
        <source>固脚压脚</source>
        <translation>Hold and weight the toe</translation>
    </message>
    <message>
        <source>图片信息</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>土子堰</source>
        <translation>Earth sub-dike</translation>
    </message>
    <message>
        <source>土工布</source>
        <translation>Geotextile</translation>
    </message>
    <message>
        <source>土工布、土袋</source>
        <translation>Geotextile, earth bags</translation>
    </message>
    <message>
        <source>土工布（反滤）</source>
        <translation>Geotextile (filter)</translation>
    </message>
    <message>
        <source>土工布（膜）、篷布</source>
        <translation>Geotextile (membrane), tarpaulin</translation>
    </message>
    <message>
        <source>土工织物防冲</source>
        <translation>Geotextile cover</translation>
    </message>
    <message>
        <source>土工膜</source>
        <translation>Geomembrane</translation>
    </message>
    <message>
        <source>土袋</source>
        <translation>Earth bags</translation>
    </message>
    <message>
        <source>土袋、黏土</source>
        <translation>Earth bags, clay</translation>
    </message>
    <message>
        <source>土袋子堰</source>
        <translation>Earth-bag sub-dike</translation>
    </message>
    <message>
        <source>土袋护坡</source>
        <translation>Earth-bag revetment</translation>
    </message>
    <message>
        <source>在岗点名</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>在滩过夜人员</source>
        <translation>Overnight on the floodplain</translation>
    </message>
    <message>
        <source>地下水</source>
        <translation>Groundwater</translation>
    </message>
    <message>
        <source>地下水瞬时埋深</source>
        <translation>Groundwater depth</translation>
    </message>
    <message>
        <source>地温</source>
        <translation>Ground temperature</translation>
    </message>
    <message>
        <source>均匀时段水文信息报</source>
        <translation>Even-interval report</translation>
    </message>
    <message>
        <source>坍塌体上方不站人</source>
        <translation>Nobody above the collapse</translation>
    </message>
    <message>
        <source>坍塌体积</source>
        <translation>Volume of collapse</translation>
    </message>
    <message>
        <source>坍塌宽</source>
        <translation>Width of collapse</translation>
    </message>
    <message>
        <source>坍塌情形</source>
        <translation>Form of collapse</translation>
    </message>
    <message>
        <source>坍塌抢险公开技术资料</source>
        <translation>Published papers on collapses</translation>
    </message>
    <message>
        <source>坍塌至水面以上坝高 1/2</source>
        <translation>collapsed to half the spur height above water</translation>
    </message>
    <message>
        <source>坍塌至水面以上坝高1/2</source>
        <translation>Collapsed to half the spur height above water</translation>
    </message>
    <message>
        <source>坍塌长</source>
        <translation>Length of collapse</translation>
    </message>
    <message>
        <source>坍塌高</source>
        <translation>Height of collapse</translation>
    </message>
    <message>
        <source>坍塌高 0.5–1.5 m</source>
        <translation>collapse 0.5–1.5 m high</translation>
    </message>
    <message>
        <source>坍塌高 &lt;0.5 m</source>
        <translation>collapse &lt; 0.5 m high</translation>
    </message>
    <message>
        <source>坍塌高 &lt;堤高 1/4</source>
        <translation>collapse &lt; 1/4 of levee height</translation>
    </message>
    <message>
        <source>坍塌高 ≥1.5 m</source>
        <translation>collapse ≥ 1.5 m high</translation>
    </message>
    <message>
        <source>坍塌高 ≥堤高 1/2</source>
        <translation>collapse ≥ 1/2 of levee height</translation>
    </message>
    <message>
        <source>坍塌高为堤高 1/2–1/4</source>
        <translation>collapse 1/4–1/2 of levee height</translation>
    </message>
    <message>
        <source>坎边不站人、不停机械，专人观察</source>
        <translation>Nobody and no machine at the edge; one person watches</translation>
    </message>
    <message>
        <source>坑口周边设警戒</source>
        <translation>Cordon around the hole</translation>
    </message>
    <message>
        <source>坑口面积</source>
        <translation>Area of hole</translation>
    </message>
    <message>
        <source>坑深</source>
        <translation>Depth of hole</translation>
    </message>
    <message>
        <source>块</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>块石</source>
        <translation>Block stone</translation>
    </message>
    <message>
        <source>块石、土袋</source>
        <translation>Block stone, earth bags</translation>
    </message>
    <message>
        <source>块石、铅丝</source>
        <translation>Block stone, wire</translation>
    </message>
    <message>
        <source>坝</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>坝体整体下沉</source>
        <translation>Whole spur settling</translation>
    </message>
    <message>
        <source>坝基原形尚存</source>
        <translation>Core keeps its shape</translation>
    </message>
    <message>
        <source>坝基坍塌（墩蛰）</source>
        <translation>Spur settlement</translation>
    </message>
    <message>
        <source>坝头</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>坝岸倾倒</source>
        <translation>Spur tilting</translation>
    </message>
    <message>
        <source>坝岸根石走失可能发展为坍塌</source>
        <translation>Loss of root stone may lead to a collapse</translation>
    </message>
    <message>
        <source>坝岸溃膛</source>
        <translation>Spur washout</translation>
    </message>
    <message>
        <source>坝岸滑动</source>
        <translation>Spur sliding</translation>
    </message>
    <message>
        <source>坝根</source>
        <translation>root of spur</translation>
    </message>
    <message>
        <source>坝沿设安全员，夜间照明</source>
        <translation>Safety watch at the edge, light at night</translation>
    </message>
    <message>
        <source>坝裆后溃</source>
        <translation>Breach between spurs</translation>
    </message>
    <message>
        <source>坝裆水流淘后，滩岸后退</source>
        <translation>Current scours behind the spurs, bank receding</translation>
    </message>
    <message>
        <source>坝顶未冲刷</source>
        <translation>Crest not scoured</translation>
    </message>
    <message>
        <source>坝顶裂缝外侧不站人、不停车</source>
        <translation>Nobody and no vehicle outside the crest crack</translation>
    </message>
    <message>
        <source>坝顶过流</source>
        <translation>Water over the spur crest</translation>
    </message>
    <message>
        <source>坡脚淘空</source>
        <translation>Toe undermined</translation>
    </message>
    <message>
        <source>坡脚滑动</source>
        <translation>toe of slope</translation>
    </message>
    <message>
        <source>坡脚隆起、错台</source>
        <translation>Toe heaving, step</translation>
    </message>
    <message>
        <source>坦石与坝基同时滑塌入水</source>
        <translation>Armour and core slid in together</translation>
    </message>
    <message>
        <source>坦石入水</source>
        <translation>Armour in water</translation>
    </message>
    <message>
        <source>坦石坍塌</source>
        <translation>Armour collapse</translation>
    </message>
    <message>
        <source>坦石滑落</source>
        <translation>Armour stone sliding</translation>
    </message>
    <message>
        <source>坦石顶墩蛰入水</source>
        <translation>Armour top settled under water</translation>
    </message>
    <message>
        <source>垂钓</source>
        <translation>Angling</translation>
    </message>
    <message>
        <source>垛</source>
        <translation>Buttress</translation>
    </message>
    <message>
        <source>堤坡出现浪坎</source>
        <translation>Wave-cut step in the slope</translation>
    </message>
    <message>
        <source>堤坡弧形裂缝</source>
        <translation>Curved cracks in the slope</translation>
    </message>
    <message>
        <source>堤岸坍塌</source>
        <translation>Bank collapse</translation>
    </message>
    <message>
        <source>堤防</source>
        <translation>Levee</translation>
    </message>
    <message>
        <source>堤防工程发生较大以上险情</source>
        <translation>Larger or major incident at the levee works</translation>
    </message>
    <message>
        <source>堤顶、堤坡出现纵缝或横缝</source>
        <translation>Longitudinal or transverse crack in crest or slope</translation>
    </message>
    <message>
        <source>堤顶、堤坡塌坑（跌窝）</source>
        <translation>Hole in crest or slope</translation>
    </message>
    <message>
        <source>堤顶塌陷</source>
        <translation>Crest subsidence</translation>
    </message>
    <message>
        <source>堤高</source>
        <translation>Height of levee</translation>
    </message>
    <message>
        <source>堤（坝）顶</source>
        <translation>crest</translation>
    </message>
    <message>
        <source>塌堤高</source>
        <translation>Height of collapse</translation>
    </message>
    <message>
        <source>塌堤高 &lt;堤高 1/4</source>
        <translation>collapse &lt; 1/4 of levee height</translation>
    </message>
    <message>
        <source>塌堤高 ≥堤高 1/2</source>
        <translation>collapse ≥ 1/2 of levee height</translation>
    </message>
    <message>
        <source>塌堤高为堤高 1/2–1/4</source>
        <translation>collapse 1/4–1/2 of levee height</translation>
    </message>
    <message>
        <source>填塞封堵</source>
        <translation>Plug</translation>
    </message>
    <message>
        <source>墒情</source>
        <translation>Soil moisture</translation>
    </message>
    <message>
        <source>壤土</source>
        <translation>loam</translation>
    </message>
    <message>
        <source>备防石</source>
        <translation>Reserve stone</translation>
    </message>
    <message>
        <source>备防石散乱</source>
        <translation>Reserve stone scattered</translation>
    </message>
    <message>
        <source>复合土工膜</source>
        <translation>Composite geomembrane</translation>
    </message>
    <message>
        <source>外来</source>
        <translation>From outside</translation>
    </message>
    <message>
        <source>外来承包</source>
        <translation>Outside contractor</translation>
    </message>
    <message>
        <source>外障、月堤</source>
        <translation>Outer screen, ring dike</translation>
    </message>
    <message>
        <source>大堤全线偎水，最大水深可达8m；滩区全部淹没，局部水深超过5m。险工坝岸普遍坍塌、墩蛰，有垮坝和漏洞危险；全滩清零，全线昼夜不间断防守。</source>
        <translation>The whole levee stands in water, up to 8 m deep; the floodplain is drowned, in places over 5 m. Spurs collapse and settle everywhere, breach and leaks threaten; nobody remains on the floodplain and the line is held day and night.</translation>
    </message>
    <message>
        <source>大庙村</source>
        <translation>Damiao</translation>
    </message>
    <message>
        <source>大汶河</source>
        <translation>Dawen River</translation>
    </message>
    <message>
        <source>大沽</source>
        <translation>Dagu</translation>
    </message>
    <message>
        <source>大沽(待核)</source>
        <translation>Dagu?</translation>
    </message>
    <message>
        <source>大沽高程</source>
        <translation>Dagu</translation>
    </message>
    <message>
        <source>大洪水</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>大洪水（高位）</source>
        <translation>Major (upper)</translation>
    </message>
    <message>
        <source>大流量</source>
        <translation>High flow</translation>
    </message>
    <message>
        <source>大溜顶冲</source>
        <translation>main current head-on</translation>
    </message>
    <message>
        <source>大豆</source>
        <translation>Soybean</translation>
    </message>
    <message>
        <source>头灯</source>
        <translation>Head lamps</translation>
    </message>
    <message>
        <source>夹河滩</source>
        <translation>Jiahetan</translation>
    </message>
    <message>
        <source>套</source>
        <translation>sets</translation>
    </message>
    <message>
        <source>嫩滩</source>
        <translation>Low bar</translation>
    </message>
    <message>
        <source>嫩滩清人</source>
        <translation>Clear the low bar</translation>
    </message>
    <message>
        <source>子堰抢护通用技术</source>
        <translation>Common practice for sub-dikes</translation>
    </message>
    <message>
        <source>孔</source>
        <translation>gates</translation>
    </message>
    <message>
        <source>孔口有沙环，翻沙鼓水</source>
        <translation>Sand ring at the opening, bubbling sand</translation>
    </message>
    <message>
        <source>孕产妇婴幼儿留守儿童</source>
        <translation>Mothers, infants, children</translation>
    </message>
    <message>
        <source>字号比例</source>
        <translation>Font scale</translation>
    </message>
    <message>
        <source>孙口</source>
        <translation>Sunkou</translation>
    </message>
    <message>
        <source>孤寡独居失能老人</source>
        <translation>Elderly alone or frail</translation>
    </message>
    <message>
        <source>学校</source>
        <translation>School</translation>
    </message>
    <message>
        <source>守或撤由指挥长定</source>
        <translation>Hold or leave: the commander decides</translation>
    </message>
    <message>
        <source>安澜演示数据</source>
        <translation>Anlan demonstration data</translation>
    </message>
    <message>
        <source>安置保障组组长</source>
        <translation>Head, shelters</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelters</translation>
    </message>
    <message>
        <source>安置点开放公告</source>
        <translation>Shelters open</translation>
    </message>
    <message>
        <source>安置点管理员</source>
        <translation>Shelter manager</translation>
    </message>
    <message>
        <source>官方预报或本台预报将达到更高等级</source>
        <translation>The official or desk forecast will reach a higher level</translation>
    </message>
    <message>
        <source>定时报时间间隔</source>
        <translation>Timed report interval</translation>
    </message>
    <message>
        <source>宣传组组长</source>
        <translation>Head, public information</translation>
    </message>
    <message>
        <source>宽6m</source>
        <translation>6 m wide</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>对讲机</source>
        <translation>Radios</translation>
    </message>
    <message>
        <source>导滤</source>
        <translation>Filter drain</translation>
    </message>
    <message>
        <source>将军坝</source>
        <translation>General's Spur</translation>
    </message>
    <message>
        <source>将军坝备石场</source>
        <translation>General's Spur stone yard</translation>
    </message>
    <message>
        <source>小流量也可能高水位，偎堤和漫滩早于流量判据</source>
        <translation>A high stage can come with a small flow: water reaches levee and floodplain before the flow criterion</translation>
    </message>
    <message>
        <source>小浪底</source>
        <translation>Xiaolangdi</translation>
    </message>
    <message>
        <source>小浪底水库</source>
        <translation>Xiaolangdi Reservoir</translation>
    </message>
    <message>
        <source>小浪底等水库水位达到设定等级</source>
        <translation>The stage of Xiaolangdi or another reservoir has reached a set level</translation>
    </message>
    <message>
        <source>局部</source>
        <translation>local</translation>
    </message>
    <message>
        <source>局部坍塌</source>
        <translation>local collapse</translation>
    </message>
    <message>
        <source>山东省黄河防汛抗旱应急预案（可类比）</source>
        <translation>Shandong Yellow River flood and drought plan (by analogy)</translation>
    </message>
    <message>
        <source>巡查防守</source>
        <translation>Patrol and defence</translation>
    </message>
    <message>
        <source>巡查防守组组长</source>
        <translation>Head, patrol and defence</translation>
    </message>
    <message>
        <source>工作方式</source>
        <translation>Mode of operation</translation>
    </message>
    <message>
        <source>工程冲毁</source>
        <translation>Works washed away</translation>
    </message>
    <message>
        <source>工程技术组组长</source>
        <translation>Head, engineering</translation>
    </message>
    <message>
        <source>已下达任务超过时限</source>
        <translation>An issued task is past its limit</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>市河务局</source>
        <translation>city river bureau</translation>
    </message>
    <message>
        <source>帐篷</source>
        <translation>Tents</translation>
    </message>
    <message>
        <source>带班领导、值班长</source>
        <translation>Leader of the watch</translation>
    </message>
    <message>
        <source>常务副指挥长</source>
        <translation>First deputy commander</translation>
    </message>
    <message>
        <source>广场帐篷</source>
        <translation>Tents</translation>
    </message>
    <message>
        <source>广播故障</source>
        <translation>Loudspeaker fault</translation>
    </message>
    <message>
        <source>床</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>库(闸、站)上水位</source>
        <translation>Stage above reservoir (gate, station)</translation>
    </message>
    <message>
        <source>库(闸、站)下水位</source>
        <translation>Stage below reservoir (gate, station)</translation>
    </message>
    <message>
        <source>库存低于预警下限，或不够当前流量下在用指令所需</source>
        <translation>Stock is below reserve, or short for the instructions in force at this flow</translation>
    </message>
    <message>
        <source>底图服务网址模板（XYZ/WMTS，WGS-84）</source>
        <translation>Address template of base tiles (XYZ/WMTS, WGS-84)</translation>
    </message>
    <message>
        <source>底图署名</source>
        <translation>Attribution of base tiles</translation>
    </message>
    <message>
        <source>度</source>
        <translation>NTU</translation>
    </message>
    <message>
        <source>开挖回填</source>
        <translation>Dig out and refill</translation>
    </message>
    <message>
        <source>开机台数</source>
        <translation>Pumps running</translation>
    </message>
    <message>
        <source>异味</source>
        <translation>Odour</translation>
    </message>
    <message>
        <source>张</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>强光手提</source>
        <translation>strong, hand-held</translation>
    </message>
    <message>
        <source>当前瞬时流速</source>
        <translation>Current velocity</translation>
    </message>
    <message>
        <source>当前蒸发</source>
        <translation>Current evaporation</translation>
    </message>
    <message>
        <source>当前降水量</source>
        <translation>Current rain</translation>
    </message>
    <message>
        <source>彩条布</source>
        <translation>Striped sheeting</translation>
    </message>
    <message>
        <source>影响范围</source>
        <translation>Area affected</translation>
    </message>
    <message>
        <source>总出库流量、过闸总流量</source>
        <translation>Total release, total gate flow</translation>
    </message>
    <message>
        <source>总有机碳</source>
        <translation>Total organic carbon</translation>
    </message>
    <message>
        <source>总有机碳上限</source>
        <translation>Total organic carbon, upper limit</translation>
    </message>
    <message>
        <source>总有机碳下限</source>
        <translation>Total organic carbon, lower limit</translation>
    </message>
    <message>
        <source>总氮</source>
        <translation>Total nitrogen</translation>
    </message>
    <message>
        <source>总氮上限</source>
        <translation>Total nitrogen, upper limit</translation>
    </message>
    <message>
        <source>总氮下限</source>
        <translation>Total nitrogen, lower limit</translation>
    </message>
    <message>
        <source>总汞</source>
        <translation>Total mercury</translation>
    </message>
    <message>
        <source>总磷</source>
        <translation>Total phosphorus</translation>
    </message>
    <message>
        <source>恢复终端出厂设置</source>
        <translation>Restore factory settings</translation>
    </message>
    <message>
        <source>惠济区防指</source>
        <translation>Huiji District Flood HQ</translation>
    </message>
    <message>
        <source>惠金河务局</source>
        <translation>Huijin River Bureau</translation>
    </message>
    <message>
        <source>慢病重症精神障碍</source>
        <translation>Severely ill</translation>
    </message>
    <message>
        <source>成人</source>
        <translation>adult</translation>
    </message>
    <message>
        <source>手持</source>
        <translation>hand-held</translation>
    </message>
    <message>
        <source>手摇</source>
        <translation>hand-cranked</translation>
    </message>
    <message>
        <source>手机接入地址（空为只限本机）</source>
        <translation>Address of phone access (empty: this machine only)</translation>
    </message>
    <message>
        <source>手机访问用的域名（自有证书）</source>
        <translation>Domain name for phones (own certificate)</translation>
    </message>
    <message>
        <source>打桩机</source>
        <translation>Pile drivers</translation>
    </message>
    <message>
        <source>投料前在临水找漏水点，抛土袋</source>
        <translation>Before filling, find the leak riverside and drop earth bags</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>折叠床</source>
        <translation>Camp beds</translation>
    </message>
    <message>
        <source>抛前抛后各探摸一次，记方量</source>
        <translation>Sound before and after dumping, note m³</translation>
    </message>
    <message>
        <source>抛土袋、块石（≥25 kg）</source>
        <translation>Drop earth bags, block stone (≥ 25 kg)</translation>
    </message>
    <message>
        <source>抛投器</source>
        <translation>Line throwers</translation>
    </message>
    <message>
        <source>抛散石、大块石</source>
        <translation>Dump loose and large stone</translation>
    </message>
    <message>
        <source>抛柳石枕</source>
        <translation>Drop willow-stone fascines</translation>
    </message>
    <message>
        <source>抛柳石枕：长 5–10 m，直径 0.7–1.0 m，先下游后上游</source>
        <translation>Drop willow-stone fascines: 5–10 m long, 0.7–1.0 m thick, downstream first</translation>
    </message>
    <message>
        <source>抛石固根</source>
        <translation>Dump stone at the root</translation>
    </message>
    <message>
        <source>抛石船</source>
        <translation>Stone barge</translation>
    </message>
    <message>
        <source>抛铅丝笼</source>
        <translation>Drop gabions</translation>
    </message>
    <message>
        <source>抛铅丝笼（0.5–1.0 m³）</source>
        <translation>Drop gabions (0.5–1.0 m³)</translation>
    </message>
    <message>
        <source>抢险时料物不足</source>
        <translation>Materials run out in an emergency</translation>
    </message>
    <message>
        <source>抢险突击</source>
        <translation>Assault</translation>
    </message>
    <message>
        <source>抢险突击组副组长</source>
        <translation>Deputy head, assault</translation>
    </message>
    <message>
        <source>抢险突击组组长</source>
        <translation>Head, assault</translation>
    </message>
    <message>
        <source>抢险队员</source>
        <translation>Rescue squad</translation>
    </message>
    <message>
        <source>护坡滑动</source>
        <translation>slope protection</translation>
    </message>
    <message>
        <source>护岸</source>
        <translation>Revetment</translation>
    </message>
    <message>
        <source>护栏标志牌损毁</source>
        <translation>Rails or signs damaged</translation>
    </message>
    <message>
        <source>报警理念[设定]：按ISA-18.2定级，待本单位核定</source>
        <translation>Alarm philosophy [assumed]: graded after ISA-18.2, to be approved by this unit</translation>
    </message>
    <message>
        <source>抽水泵</source>
        <translation>Pumps</translation>
    </message>
    <message>
        <source>抽雄期</source>
        <translation>tasselling</translation>
    </message>
    <message>
        <source>拒不撤离</source>
        <translation>Refuses to leave</translation>
    </message>
    <message>
        <source>拒撤及需劝导人员</source>
        <translation>Refusing to leave</translation>
    </message>
    <message>
        <source>挂柳、挂枕：柳枕直径 0.5–0.8 m，长 6–8 m</source>
        <translation>Hang willows or fascines: 0.5–0.8 m thick, 6–8 m long</translation>
    </message>
    <message>
        <source>挂柳、沉柳护脚</source>
        <translation>Hang or sink willows to protect the foot</translation>
    </message>
    <message>
        <source>指令没有到人</source>
        <translation>The order has not reached the people</translation>
    </message>
    <message>
        <source>指挥长</source>
        <translation>Commander</translation>
    </message>
    <message>
        <source>指挥长（演示）</source>
        <translation>Commander (demo)</translation>
    </message>
    <message>
        <source>按预报水位定堰顶，赶在水到之前合龙</source>
        <translation>Crest by the forecast stage, closed before the water comes</translation>
    </message>
    <message>
        <source>挖掘机</source>
        <translation>Excavators</translation>
    </message>
    <message>
        <source>挖掘机、自卸车、装载机</source>
        <translation>Excavator, tipper trucks, loader</translation>
    </message>
    <message>
        <source>损坏部位与现象</source>
        <translation>Damaged part, signs</translation>
    </message>
    <message>
        <source>据以判断的水情已经过时</source>
        <translation>Decisions rest on old values</translation>
    </message>
    <message>
        <source>据台账与 2020 年花园口水位流量关系概化</source>
        <translation>from registers and 2020 rating</translation>
    </message>
    <message>
        <source>排水口</source>
        <translation>Outfall</translation>
    </message>
    <message>
        <source>排污</source>
        <translation>Sewage</translation>
    </message>
    <message>
        <source>探摸定位，按断面抛护</source>
        <translation>Sound, locate, dump by section</translation>
    </message>
    <message>
        <source>探洞杆、小船</source>
        <translation>Sounding rods, small boat</translation>
    </message>
    <message>
        <source>控制水泵开关命令/水泵状态信息自报</source>
        <translation>Pump switch order/state report</translation>
    </message>
    <message>
        <source>控制闸门开关命令/闸门状态信息自报</source>
        <translation>Gate switch order/state report</translation>
    </message>
    <message>
        <source>控制阀门开关命令/阀门状态信息自报</source>
        <translation>Valve switch order/state report</translation>
    </message>
    <message>
        <source>控导</source>
        <translation>River training</translation>
    </message>
    <message>
        <source>控导漫顶</source>
        <translation>Training works overtopped</translation>
    </message>
    <message>
        <source>推土机</source>
        <translation>Bulldozers</translation>
    </message>
    <message>
        <source>推送、叫应或点名超过设定时间无应答</source>
        <translation>A push, call or roll-call has no answer within the set time</translation>
    </message>
    <message>
        <source>推送或点名无人应答</source>
        <translation>Push or roll-call not answered</translation>
    </message>
    <message>
        <source>推送无人应答，请改用电话</source>
        <translation>A push is not answered. Telephone instead.</translation>
    </message>
    <message>
        <source>提请</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>插杆观测缝宽、错台</source>
        <translation>Watch width and step with pegs</translation>
    </message>
    <message>
        <source>撤滩通知</source>
        <translation>Leave the floodplain</translation>
    </message>
    <message>
        <source>撤离时钟判定道路已断，仍有人未撤</source>
        <translation>By the evacuation clock the road is cut and people are still there</translation>
    </message>
    <message>
        <source>改用电话或找代班人</source>
        <translation>Telephone instead or find the deputy</translation>
    </message>
    <message>
        <source>故县水库</source>
        <translation>Guxian Reservoir</translation>
    </message>
    <message>
        <source>救生圈</source>
        <translation>Life rings</translation>
    </message>
    <message>
        <source>救生衣</source>
        <translation>Life jackets</translation>
    </message>
    <message>
        <source>散浸，坡面出水</source>
        <translation>Seepage on the slope</translation>
    </message>
    <message>
        <source>数值超范围、突变、长时间不变或与邻站不符</source>
        <translation>A value is out of range, jumps, is stuck or disagrees with its neighbours</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>digital</translation>
    </message>
    <message>
        <source>数据库、文件夹、网址或遥测端口读取失败</source>
        <translation>A database, folder, address or telemetry port cannot be read</translation>
    </message>
    <message>
        <source>数据库地址（空为本机 SQLite）</source>
        <translation>Database address (empty: SQLite on this machine)</translation>
    </message>
    <message>
        <source>数据来源中断</source>
        <translation>Data source down</translation>
    </message>
    <message>
        <source>整体滑动</source>
        <translation>whole spur</translation>
    </message>
    <message>
        <source>文旅专员</source>
        <translation>Tourism officer</translation>
    </message>
    <message>
        <source>文旅涉水经营组组长</source>
        <translation>Head, tourism and water trades</translation>
    </message>
    <message>
        <source>断电会丢失记录</source>
        <translation>A power failure would lose the record</translation>
    </message>
    <message>
        <source>断面平均流速</source>
        <translation>Mean velocity of section</translation>
    </message>
    <message>
        <source>断面面积</source>
        <translation>Cross-section area</translation>
    </message>
    <message>
        <source>新媒体专员</source>
        <translation>New media officer</translation>
    </message>
    <message>
        <source>方便食品</source>
        <translation>ready to eat</translation>
    </message>
    <message>
        <source>方案报市河务局批；紧急时先抢护后补批</source>
        <translation>Scheme approved by the city river bureau; if urgent, protect first, approval after</translation>
    </message>
    <message>
        <source>方案由省河务局、黄委专家组定；紧急时先抢护后补批</source>
        <translation>Scheme set by experts of provincial bureau and YRCC; if urgent, protect first, approval after</translation>
    </message>
    <message>
        <source>施工人员</source>
        <translation>Construction workers</translation>
    </message>
    <message>
        <source>无</source>
        <translation>no</translation>
    </message>
    <message>
        <source>无人机识别</source>
        <translation>Seen by drone</translation>
    </message>
    <message>
        <source>无人机飞手</source>
        <translation>Drone pilot</translation>
    </message>
    <message>
        <source>日常</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>日志存盘失败</source>
        <translation>Journal not saved to disk</translation>
    </message>
    <message>
        <source>日志存盘失败，请检查磁盘</source>
        <translation>Journal not saved. Check the disk.</translation>
    </message>
    <message>
        <source>日蒸发量</source>
        <translation>Daily evaporation</translation>
    </message>
    <message>
        <source>日降水量</source>
        <translation>Daily rain</translation>
    </message>
    <message>
        <source>早抛、快抛、先固根</source>
        <translation>Drop early and fast, root first</translation>
    </message>
    <message>
        <source>时段长</source>
        <translation>Length of period</translation>
    </message>
    <message>
        <source>时间步长码</source>
        <translation>Time step code</translation>
    </message>
    <message>
        <source>智能石头判为移动或走失</source>
        <translation>A smart stone is judged moved or lost</translation>
    </message>
    <message>
        <source>智能石头告警</source>
        <translation>Smart stone alarm</translation>
    </message>
    <message>
        <source>智能石头失联</source>
        <translation>Smart stone out of contact</translation>
    </message>
    <message>
        <source>智能石头报警</source>
        <translation>Smart stone alarm</translation>
    </message>
    <message>
        <source>智能石头没有信号或电量低</source>
        <translation>A smart stone gives no signal or its battery is low</translation>
    </message>
    <message>
        <source>智能石头移动，请派人探摸</source>
        <translation>A smart stone has moved. Send people to sound.</translation>
    </message>
    <message>
        <source>暴雨量</source>
        <translation>Storm rain</translation>
    </message>
    <message>
        <source>最大缝宽</source>
        <translation>Widest crack</translation>
    </message>
    <message>
        <source>最大缝深</source>
        <translation>Deepest crack</translation>
    </message>
    <message>
        <source>最大缝长</source>
        <translation>Longest crack</translation>
    </message>
    <message>
        <source>最晚安全动身时刻将到，仍有户、人未撤</source>
        <translation>The latest safe time to leave is near and people are still there</translation>
    </message>
    <message>
        <source>有</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>有人员撤离道路已断，请派船</source>
        <translation>People are cut off. Send boats.</translation>
    </message>
    <message>
        <source>有人员被洪水围困待船转移</source>
        <translation>People cut off by water, boats needed</translation>
    </message>
    <message>
        <source>木桩</source>
        <translation>Timber piles</translation>
    </message>
    <message>
        <source>木桩、绳</source>
        <translation>Timber piles, rope</translation>
    </message>
    <message>
        <source>木锨</source>
        <translation>Wooden shovels</translation>
    </message>
    <message>
        <source>未全部冲失</source>
        <translation>not all washed away</translation>
    </message>
    <message>
        <source>未关闭</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>未定义要素</source>
        <translation>Undefined element</translation>
    </message>
    <message>
        <source>未查到</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>本级</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>机械调度员</source>
        <translation>Machine dispatcher</translation>
    </message>
    <message>
        <source>机械运输组组长</source>
        <translation>Head, machines and transport</translation>
    </message>
    <message>
        <source>村委</source>
        <translation>Village office</translation>
    </message>
    <message>
        <source>条</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>来源未注明基面</source>
        <translation>datum not stated by the source</translation>
    </message>
    <message>
        <source>枕外层柳枝厚 15 cm，捆扎间距 0.4–0.5 m</source>
        <translation>15 cm willow outside, ties every 0.4–0.5 m</translation>
    </message>
    <message>
        <source>果树</source>
        <translation>Orchard</translation>
    </message>
    <message>
        <source>查明与漏洞、管涌的关系再动手</source>
        <translation>Know its link to leaks or boils before acting</translation>
    </message>
    <message>
        <source>查询水泵电机实时工作数据</source>
        <translation>Query pump motor data</translation>
    </message>
    <message>
        <source>查询遥测站事件记录</source>
        <translation>Query event records</translation>
    </message>
    <message>
        <source>查询遥测站人工置数</source>
        <translation>Query manual values</translation>
    </message>
    <message>
        <source>查询遥测站实时数据</source>
        <translation>Query live data</translation>
    </message>
    <message>
        <source>查询遥测站指定要素数据</source>
        <translation>Query given elements</translation>
    </message>
    <message>
        <source>查询遥测站时段数据</source>
        <translation>Query period data</translation>
    </message>
    <message>
        <source>查询遥测站时钟</source>
        <translation>Query station clock</translation>
    </message>
    <message>
        <source>查询遥测站状态和报警信息</source>
        <translation>Query station state and alarms</translation>
    </message>
    <message>
        <source>查询遥测终端软件版本</source>
        <translation>Query terminal software version</translation>
    </message>
    <message>
        <source>查险灯</source>
        <translation>Search lamps</translation>
    </message>
    <message>
        <source>柳枕、绳</source>
        <translation>Willow, rope</translation>
    </message>
    <message>
        <source>柳枝</source>
        <translation>Willow branches</translation>
    </message>
    <message>
        <source>柳枝、麻绳、木桩</source>
        <translation>Willow, hemp rope, timber piles</translation>
    </message>
    <message>
        <source>柳石搂厢</source>
        <translation>Willow-stone mattress</translation>
    </message>
    <message>
        <source>柳石枕：长 5–10 m，直径 0.7–1.0 m，先下游后上游</source>
        <translation>Willow-stone fascines: 5–10 m long, 0.7–1.0 m thick, downstream first</translation>
    </message>
    <message>
        <source>柳石（土）枕子堰</source>
        <translation>Willow-stone (earth) fascine sub-dike</translation>
    </message>
    <message>
        <source>核对到达时间，更新预报，通知相关责任人作准备</source>
        <translation>Check the arrival, update the forecast, tell those in charge to make ready</translation>
    </message>
    <message>
        <source>核对基面与读数，会商，查看偎堤和滩区</source>
        <translation>Check datum and reading, consult, look at levee foot and floodplain</translation>
    </message>
    <message>
        <source>核对报汛，召集会商，在预警卡签发</source>
        <translation>Check reading, consult, sign off on the warning card</translation>
    </message>
    <message>
        <source>核对来源，确认采用值</source>
        <translation>Check the sources, confirm the value to use</translation>
    </message>
    <message>
        <source>核对预报依据，会商是否提前部署</source>
        <translation>Check what the forecast rests on, consult whether to deploy early</translation>
    </message>
    <message>
        <source>根</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>根坦石与土坝基同时冲失</source>
        <translation>Stone and core washed away together</translation>
    </message>
    <message>
        <source>根坦石与土坝基同时滑塌入水</source>
        <translation>Stone and core slid in together</translation>
    </message>
    <message>
        <source>根石不足</source>
        <translation>too little root stone</translation>
    </message>
    <message>
        <source>根石台下沉、缺石</source>
        <translation>Root stone berm sunk or stone missing</translation>
    </message>
    <message>
        <source>根石台墩蛰入水</source>
        <translation>Root stone berm settled under water</translation>
    </message>
    <message>
        <source>根石台墩蛰入水 0.5–2 m</source>
        <translation>root stone berm settled 0.5–2 m under water</translation>
    </message>
    <message>
        <source>根石台墩蛰入水 ≥2 m</source>
        <translation>root stone berm settled ≥ 2 m under water</translation>
    </message>
    <message>
        <source>根石坍塌</source>
        <translation>Root stone collapse</translation>
    </message>
    <message>
        <source>根石缺失疑似</source>
        <translation>Root stone loss suspected</translation>
    </message>
    <message>
        <source>根石走失</source>
        <translation>Root stone loss</translation>
    </message>
    <message>
        <source>根石走失或智能石头移动</source>
        <translation>Root stone lost or smart stone moved</translation>
    </message>
    <message>
        <source>检查供电和通信，改用人工报汛</source>
        <translation>Check power and link, enter readings by hand</translation>
    </message>
    <message>
        <source>检查磁盘空间和权限，不要关机</source>
        <translation>Check disk space and permissions, do not switch off</translation>
    </message>
    <message>
        <source>检查网络和设置，改用人工报汛</source>
        <translation>Check network and settings, enter readings by hand</translation>
    </message>
    <message>
        <source>棉被</source>
        <translation>Quilts</translation>
    </message>
    <message>
        <source>棉被、软楔</source>
        <translation>Quilts, soft plugs</translation>
    </message>
    <message>
        <source>横墙隔断</source>
        <translation>Cut-off walls across</translation>
    </message>
    <message>
        <source>横缝先查是否贯通</source>
        <translation>Transverse crack: see first whether it goes through</translation>
    </message>
    <message>
        <source>橙</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>橡皮舟</source>
        <translation>Rubber boats</translation>
    </message>
    <message>
        <source>步骤尚未写入磁盘</source>
        <translation>Steps are not yet written to disk</translation>
    </message>
    <message>
        <source>武陟</source>
        <translation>Wuzhi</translation>
    </message>
    <message>
        <source>死鱼</source>
        <translation>Dead fish</translation>
    </message>
    <message>
        <source>残疾人</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>每 1 小时续报（通用口径 1～2 小时）</source>
        <translation>follow-up every hour (commonly 1–2 h)</translation>
    </message>
    <message>
        <source>每 2 小时续报（通用口径 1～2 小时）</source>
        <translation>follow-up every 2 h (commonly 1–2 h)</translation>
    </message>
    <message>
        <source>气压</source>
        <translation>Air pressure</translation>
    </message>
    <message>
        <source>气压加报阈值</source>
        <translation>Extra report threshold, air pressure</translation>
    </message>
    <message>
        <source>氟化物上限</source>
        <translation>Fluoride, upper limit</translation>
    </message>
    <message>
        <source>氟化物下限</source>
        <translation>Fluoride, lower limit</translation>
    </message>
    <message>
        <source>氧化还原电位</source>
        <translation>Redox potential</translation>
    </message>
    <message>
        <source>氧化还原电位上限</source>
        <translation>Redox potential, upper limit</translation>
    </message>
    <message>
        <source>氧化还原电位下限</source>
        <translation>Redox potential, lower limit</translation>
    </message>
    <message>
        <source>氨氮</source>
        <translation>Ammonia nitrogen</translation>
    </message>
    <message>
        <source>氨氮上限</source>
        <translation>Ammonia nitrogen, upper limit</translation>
    </message>
    <message>
        <source>氨氮下限</source>
        <translation>Ammonia nitrogen, lower limit</translation>
    </message>
    <message>
        <source>水上</source>
        <translation>above water</translation>
    </message>
    <message>
        <source>水上救援</source>
        <translation>Water rescue</translation>
    </message>
    <message>
        <source>水上救援点（花园口码头）</source>
        <translation>Water rescue point (pier)</translation>
    </message>
    <message>
        <source>水上救援组组长</source>
        <translation>Head, water rescue</translation>
    </message>
    <message>
        <source>水下</source>
        <translation>under water</translation>
    </message>
    <message>
        <source>水下，与漏洞直接相关</source>
        <translation>under water, linked to a piping leak</translation>
    </message>
    <message>
        <source>水下，背河有渗水、管涌</source>
        <translation>under water, landside seepage or boils</translation>
    </message>
    <message>
        <source>水产</source>
        <translation>Fish pond</translation>
    </message>
    <message>
        <source>水位修正基值1</source>
        <translation>Stage correction 1</translation>
    </message>
    <message>
        <source>水位修正基值2</source>
        <translation>Stage correction 2</translation>
    </message>
    <message>
        <source>水位修正基值3</source>
        <translation>Stage correction 3</translation>
    </message>
    <message>
        <source>水位修正基值4</source>
        <translation>Stage correction 4</translation>
    </message>
    <message>
        <source>水位修正基值5</source>
        <translation>Stage correction 5</translation>
    </message>
    <message>
        <source>水位修正基值6</source>
        <translation>Stage correction 6</translation>
    </message>
    <message>
        <source>水位修正基值7</source>
        <translation>Stage correction 7</translation>
    </message>
    <message>
        <source>水位修正基值8</source>
        <translation>Stage correction 8</translation>
    </message>
    <message>
        <source>水位基值1</source>
        <translation>Stage base 1</translation>
    </message>
    <message>
        <source>水位基值2</source>
        <translation>Stage base 2</translation>
    </message>
    <message>
        <source>水位基值3</source>
        <translation>Stage base 3</translation>
    </message>
    <message>
        <source>水位基值4</source>
        <translation>Stage base 4</translation>
    </message>
    <message>
        <source>水位基值5</source>
        <translation>Stage base 5</translation>
    </message>
    <message>
        <source>水位基值6</source>
        <translation>Stage base 6</translation>
    </message>
    <message>
        <source>水位基值7</source>
        <translation>Stage base 7</translation>
    </message>
    <message>
        <source>水位基值8</source>
        <translation>Stage base 8</translation>
    </message>
    <message>
        <source>水位数据存储间隔</source>
        <translation>Stage storage interval</translation>
    </message>
    <message>
        <source>水位计分辨力</source>
        <translation>Stage gauge resolution</translation>
    </message>
    <message>
        <source>水位计异常</source>
        <translation>Gauge fault</translation>
    </message>
    <message>
        <source>水位逼近堤顶</source>
        <translation>Water near the crest</translation>
    </message>
    <message>
        <source>水压1</source>
        <translation>Water pressure 1</translation>
    </message>
    <message>
        <source>水压2</source>
        <translation>Water pressure 2</translation>
    </message>
    <message>
        <source>水压3</source>
        <translation>Water pressure 3</translation>
    </message>
    <message>
        <source>水压4</source>
        <translation>Water pressure 4</translation>
    </message>
    <message>
        <source>水压5</source>
        <translation>Water pressure 5</translation>
    </message>
    <message>
        <source>水压6</source>
        <translation>Water pressure 6</translation>
    </message>
    <message>
        <source>水压7</source>
        <translation>Water pressure 7</translation>
    </message>
    <message>
        <source>水压8</source>
        <translation>Water pressure 8</translation>
    </message>
    <message>
        <source>水变浑、带沙，立即改按管涌处置并报告</source>
        <translation>If turbid or sandy: treat as a sand boil at once and report</translation>
    </message>
    <message>
        <source>水变浑按漏洞处置</source>
        <translation>If turbid, treat as a piping leak</translation>
    </message>
    <message>
        <source>水库(湖泊)</source>
        <translation>Reservoir (lake)</translation>
    </message>
    <message>
        <source>水库水位达到预警水位</source>
        <translation>Reservoir at warning stage</translation>
    </message>
    <message>
        <source>水情不再更新</source>
        <translation>Readings are no longer updated</translation>
    </message>
    <message>
        <source>水情人员</source>
        <translation>Hydrology</translation>
    </message>
    <message>
        <source>水情员</source>
        <translation>Hydrologist</translation>
    </message>
    <message>
        <source>水情提醒</source>
        <translation>River notice</translation>
    </message>
    <message>
        <source>水情监测预报组组长</source>
        <translation>Head, hydrology and forecast</translation>
    </message>
    <message>
        <source>水沟浪窝</source>
        <translation>Gullies</translation>
    </message>
    <message>
        <source>水温上限</source>
        <translation>Water temperature, upper limit</translation>
    </message>
    <message>
        <source>水温下限</source>
        <translation>Water temperature, lower limit</translation>
    </message>
    <message>
        <source>水温加报阈值</source>
        <translation>Extra report threshold, water temp.</translation>
    </message>
    <message>
        <source>水色、水量变化随时报告</source>
        <translation>Report any change of colour or amount</translation>
    </message>
    <message>
        <source>水表1充值水量</source>
        <translation>Meter 1 volume credited</translation>
    </message>
    <message>
        <source>水表1剩余水量</source>
        <translation>Meter 1 water left</translation>
    </message>
    <message>
        <source>水表1剩余水量报警值</source>
        <translation>Meter 1 low-water alarm</translation>
    </message>
    <message>
        <source>水表1每小时水量</source>
        <translation>Meter 1 hourly volume</translation>
    </message>
    <message>
        <source>水表1水量表底(初始)值</source>
        <translation>Meter 1 initial reading</translation>
    </message>
    <message>
        <source>水表2充值水量</source>
        <translation>Meter 2 volume credited</translation>
    </message>
    <message>
        <source>水表2剩余水量</source>
        <translation>Meter 2 water left</translation>
    </message>
    <message>
        <source>水表2剩余水量报警值</source>
        <translation>Meter 2 low-water alarm</translation>
    </message>
    <message>
        <source>水表2每小时水量</source>
        <translation>Meter 2 hourly volume</translation>
    </message>
    <message>
        <source>水表2水量表底(初始)值</source>
        <translation>Meter 2 initial reading</translation>
    </message>
    <message>
        <source>水表3充值水量</source>
        <translation>Meter 3 volume credited</translation>
    </message>
    <message>
        <source>水表3剩余水量</source>
        <translation>Meter 3 water left</translation>
    </message>
    <message>
        <source>水表3剩余水量报警值</source>
        <translation>Meter 3 low-water alarm</translation>
    </message>
    <message>
        <source>水表3每小时水量</source>
        <translation>Meter 3 hourly volume</translation>
    </message>
    <message>
        <source>水表3水量表底(初始)值</source>
        <translation>Meter 3 initial reading</translation>
    </message>
    <message>
        <source>水表4充值水量</source>
        <translation>Meter 4 volume credited</translation>
    </message>
    <message>
        <source>水表4剩余水量</source>
        <translation>Meter 4 water left</translation>
    </message>
    <message>
        <source>水表4剩余水量报警值</source>
        <translation>Meter 4 low-water alarm</translation>
    </message>
    <message>
        <source>水表4每小时水量</source>
        <translation>Meter 4 hourly volume</translation>
    </message>
    <message>
        <source>水表4水量表底(初始)值</source>
        <translation>Meter 4 initial reading</translation>
    </message>
    <message>
        <source>水表5充值水量</source>
        <translation>Meter 5 volume credited</translation>
    </message>
    <message>
        <source>水表5剩余水量</source>
        <translation>Meter 5 water left</translation>
    </message>
    <message>
        <source>水表5剩余水量报警值</source>
        <translation>Meter 5 low-water alarm</translation>
    </message>
    <message>
        <source>水表5每小时水量</source>
        <translation>Meter 5 hourly volume</translation>
    </message>
    <message>
        <source>水表5水量表底(初始)值</source>
        <translation>Meter 5 initial reading</translation>
    </message>
    <message>
        <source>水表6充值水量</source>
        <translation>Meter 6 volume credited</translation>
    </message>
    <message>
        <source>水表6剩余水量</source>
        <translation>Meter 6 water left</translation>
    </message>
    <message>
        <source>水表6剩余水量报警值</source>
        <translation>Meter 6 low-water alarm</translation>
    </message>
    <message>
        <source>水表6每小时水量</source>
        <translation>Meter 6 hourly volume</translation>
    </message>
    <message>
        <source>水表6水量表底(初始)值</source>
        <translation>Meter 6 initial reading</translation>
    </message>
    <message>
        <source>水表7充值水量</source>
        <translation>Meter 7 volume credited</translation>
    </message>
    <message>
        <source>水表7剩余水量</source>
        <translation>Meter 7 water left</translation>
    </message>
    <message>
        <source>水表7剩余水量报警值</source>
        <translation>Meter 7 low-water alarm</translation>
    </message>
    <message>
        <source>水表7每小时水量</source>
        <translation>Meter 7 hourly volume</translation>
    </message>
    <message>
        <source>水表7水量表底(初始)值</source>
        <translation>Meter 7 initial reading</translation>
    </message>
    <message>
        <source>水表8充值水量</source>
        <translation>Meter 8 volume credited</translation>
    </message>
    <message>
        <source>水表8剩余水量</source>
        <translation>Meter 8 water left</translation>
    </message>
    <message>
        <source>水表8剩余水量报警值</source>
        <translation>Meter 8 low-water alarm</translation>
    </message>
    <message>
        <source>水表8每小时水量</source>
        <translation>Meter 8 hourly volume</translation>
    </message>
    <message>
        <source>水表8水量表底(初始)值</source>
        <translation>Meter 8 initial reading</translation>
    </message>
    <message>
        <source>水质</source>
        <translation>Water quality</translation>
    </message>
    <message>
        <source>水边吊坎</source>
        <translation>Overhang at the water's edge</translation>
    </message>
    <message>
        <source>水量定值控制命令</source>
        <translation>Water quota order</translation>
    </message>
    <message>
        <source>水量定值量</source>
        <translation>Water quota</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Call for help</translation>
    </message>
    <message>
        <source>汞上限</source>
        <translation>Mercury, upper limit</translation>
    </message>
    <message>
        <source>汞下限</source>
        <translation>Mercury, lower limit</translation>
    </message>
    <message>
        <source>沁河</source>
        <translation>Qin River</translation>
    </message>
    <message>
        <source>河务技术</source>
        <translation>River engineer</translation>
    </message>
    <message>
        <source>河势溜情</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>河口村水库</source>
        <translation>Hekoucun Reservoir</translation>
    </message>
    <message>
        <source>河畔社区</source>
        <translation>Hepan Community</translation>
    </message>
    <message>
        <source>河道</source>
        <translation>River</translation>
    </message>
    <message>
        <source>河道在主槽内行水，险工多数坝岸不靠大溜；按汛期常态巡查、值守，浮桥和景区按规定开放。</source>
        <translation>The river stays in the main channel; most spurs of the levee works are clear of the main current. Routine flood-season patrol and watch; pontoon and scenic area open as scheduled.</translation>
    </message>
    <message>
        <source>治安交通管制组组长</source>
        <translation>Head, police and traffic</translation>
    </message>
    <message>
        <source>波浪高度</source>
        <translation>Wave height</translation>
    </message>
    <message>
        <source>泵站</source>
        <translation>Pump station</translation>
    </message>
    <message>
        <source>泺口</source>
        <translation>Luokou</translation>
    </message>
    <message>
        <source>洛河</source>
        <translation>Luo River</translation>
    </message>
    <message>
        <source>洞口个数</source>
        <translation>Number of holes</translation>
    </message>
    <message>
        <source>洞口直径</source>
        <translation>Diameter of hole</translation>
    </message>
    <message>
        <source>洪水将按传播时间到达花园口</source>
        <translation>The flood comes to Huayuankou after its travel time</translation>
    </message>
    <message>
        <source>派人探摸，查看相邻石头和视频，必要时抛石</source>
        <translation>Send people to sound, look at stones nearby and video, dump stone if needed</translation>
    </message>
    <message>
        <source>派抢险突击组，调料物，按时限上报</source>
        <translation>Send the squad, move materials, report within the limit</translation>
    </message>
    <message>
        <source>派水上救援组，逐户叫应</source>
        <translation>Send the water rescue squad, call household by household</translation>
    </message>
    <message>
        <source>流动人口租户</source>
        <translation>Migrants, tenants</translation>
    </message>
    <message>
        <source>流失土方</source>
        <translation>Earth lost</translation>
    </message>
    <message>
        <source>流速加报阈值</source>
        <translation>Extra report threshold, velocity</translation>
    </message>
    <message>
        <source>流速批量数据</source>
        <translation>Velocity batch</translation>
    </message>
    <message>
        <source>流量上限</source>
        <translation>Flow, upper limit</translation>
    </message>
    <message>
        <source>流量加报阈值</source>
        <translation>Extra report threshold, flow</translation>
    </message>
    <message>
        <source>浊度</source>
        <translation>Turbidity</translation>
    </message>
    <message>
        <source>浊度上限</source>
        <translation>Turbidity, upper limit</translation>
    </message>
    <message>
        <source>浊度下限</source>
        <translation>Turbidity, lower limit</translation>
    </message>
    <message>
        <source>测站失联</source>
        <translation>Station out of contact</translation>
    </message>
    <message>
        <source>测站数据可疑</source>
        <translation>Station data doubtful</translation>
    </message>
    <message>
        <source>测站超过设定时间没有上报</source>
        <translation>A station has not reported within the set time</translation>
    </message>
    <message>
        <source>测试报</source>
        <translation>Test report</translation>
    </message>
    <message>
        <source>浑水</source>
        <translation>turbid</translation>
    </message>
    <message>
        <source>浮桥险情</source>
        <translation>Pontoon in danger</translation>
    </message>
    <message>
        <source>消杀用品</source>
        <translation>Disinfectants</translation>
    </message>
    <message>
        <source>消浪护坡</source>
        <translation>Break waves, protect the slope</translation>
    </message>
    <message>
        <source>消浪护坡通用技术；柳枕尺寸见陆浑水库预案做法</source>
        <translation>Common practice for waves; fascine size after the Luhun Reservoir plan</translation>
    </message>
    <message>
        <source>涉水经营</source>
        <translation>Trades on the water</translation>
    </message>
    <message>
        <source>涉汛谣言澄清</source>
        <translation>Rumours corrected</translation>
    </message>
    <message>
        <source>涌水柱高</source>
        <translation>Height of jet</translation>
    </message>
    <message>
        <source>涌水量</source>
        <translation>Flow of boil</translation>
    </message>
    <message>
        <source>淘刷深</source>
        <translation>Depth of scour</translation>
    </message>
    <message>
        <source>淘刷长</source>
        <translation>Length of scour</translation>
    </message>
    <message>
        <source>淘刷面积</source>
        <translation>Area of scour</translation>
    </message>
    <message>
        <source>清水</source>
        <translation>clear</translation>
    </message>
    <message>
        <source>清水变浑水即为加剧</source>
        <translation>Clear water turning turbid: getting worse</translation>
    </message>
    <message>
        <source>渗水</source>
        <translation>Seepage</translation>
    </message>
    <message>
        <source>渗水水色</source>
        <translation>Colour of seepage</translation>
    </message>
    <message>
        <source>渗水面积</source>
        <translation>Seepage area</translation>
    </message>
    <message>
        <source>渗流破坏</source>
        <translation>seepage failure</translation>
    </message>
    <message>
        <source>渗流量</source>
        <translation>Seepage flow</translation>
    </message>
    <message>
        <source>渗浑水</source>
        <translation>turbid seepage</translation>
    </message>
    <message>
        <source>渗清水，无砂粒流动</source>
        <translation>clear seepage, no sand moving</translation>
    </message>
    <message>
        <source>渗清水，有砂粒流动</source>
        <translation>clear seepage, sand moving</translation>
    </message>
    <message>
        <source>渭河</source>
        <translation>Wei River</translation>
    </message>
    <message>
        <source>游客垂钓野泳露营</source>
        <translation>Visitors, anglers, campers</translation>
    </message>
    <message>
        <source>游客越界</source>
        <translation>Visitors beyond limits</translation>
    </message>
    <message>
        <source>湿度</source>
        <translation>Humidity</translation>
    </message>
    <message>
        <source>溃膛深</source>
        <translation>Depth of washout</translation>
    </message>
    <message>
        <source>溃膛长</source>
        <translation>Length of washout</translation>
    </message>
    <message>
        <source>溜势顶冲</source>
        <translation>current head-on</translation>
    </message>
    <message>
        <source>溶解氧</source>
        <translation>Dissolved oxygen</translation>
    </message>
    <message>
        <source>溶解氧上限</source>
        <translation>Dissolved oxygen, upper limit</translation>
    </message>
    <message>
        <source>溶解氧下限</source>
        <translation>Dissolved oxygen, lower limit</translation>
    </message>
    <message>
        <source>滑动体上不堆料、不打桩、不走重车</source>
        <translation>No material, piling or heavy traffic on the slide</translation>
    </message>
    <message>
        <source>滑动性纵缝</source>
        <translation>longitudinal, sliding</translation>
    </message>
    <message>
        <source>滑动性裂缝按滑坡处置，不得开挖</source>
        <translation>A sliding crack is treated as a slide: no digging</translation>
    </message>
    <message>
        <source>滑动类型</source>
        <translation>Kind of slide</translation>
    </message>
    <message>
        <source>滑动角</source>
        <translation>Angle of slide</translation>
    </message>
    <message>
        <source>滑坡</source>
        <translation>Slide</translation>
    </message>
    <message>
        <source>滑坡体积</source>
        <translation>Volume of slide</translation>
    </message>
    <message>
        <source>滑坡长</source>
        <translation>Length of slide</translation>
    </message>
    <message>
        <source>滑坡（脱坡）抢护通用技术</source>
        <translation>Common practice for slides</translation>
    </message>
    <message>
        <source>滞留种植户</source>
        <translation>Growers remaining</translation>
    </message>
    <message>
        <source>滤水土撑</source>
        <translation>Filter buttresses</translation>
    </message>
    <message>
        <source>滩区大部淹没，堤前水深2–5m；可能出现斜河、横河直冲险工，堤身渗水、管涌、滑坡、漏洞风险上升。背河低洼村准备转移。</source>
        <translation>Most of the floodplain is drowned, 2–5 m at the levee; oblique and cross currents may strike the works, and seepage, boils, slides and leaks grow likelier. Low villages landside prepare to move.</translation>
    </message>
    <message>
        <source>滩区大面积漫水，大堤普遍偎水；薄弱堤段可能渗水、管涌、裂缝、坍塌，有顺堤行洪和风浪淘刷。高滩撤空，背河低洼处特殊人群先行转移。</source>
        <translation>Most of the floodplain is covered and the levee stands in water; weak reaches may seep, boil, crack or collapse, with flow along the levee and wave scour. The high terrace is cleared; vulnerable people landside move first.</translation>
    </message>
    <message>
        <source>漂浮物</source>
        <translation>Debris</translation>
    </message>
    <message>
        <source>漏洞</source>
        <translation>Piping leak</translation>
    </message>
    <message>
        <source>演示数据</source>
        <translation>Demo data</translation>
    </message>
    <message>
        <source>演示时钟倍率</source>
        <translation>Demonstration clock speed</translation>
    </message>
    <message>
        <source>演练通用</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>漫水不可挡时先撤人</source>
        <translation>If it cannot be held: people out first</translation>
    </message>
    <message>
        <source>漫溢</source>
        <translation>Overtopping</translation>
    </message>
    <message>
        <source>漫溢情形</source>
        <translation>Form of overtopping</translation>
    </message>
    <message>
        <source>漫溢水深</source>
        <translation>Depth over crest</translation>
    </message>
    <message>
        <source>漫溢长</source>
        <translation>Length overtopped</translation>
    </message>
    <message>
        <source>漫滩洪水</source>
        <translation>Overbank</translation>
    </message>
    <message>
        <source>漫顶后坝上不留人</source>
        <translation>Nobody on the spur once overtopped</translation>
    </message>
    <message>
        <source>潮汐</source>
        <translation>Tide</translation>
    </message>
    <message>
        <source>潼关</source>
        <translation>Tongguan</translation>
    </message>
    <message>
        <source>照明故障</source>
        <translation>Lighting fault</translation>
    </message>
    <message>
        <source>牧草</source>
        <translation>Forage</translation>
    </message>
    <message>
        <source>物资低于预警下限或不够本级任务用</source>
        <translation>Stock below reserve or short for this level</translation>
    </message>
    <message>
        <source>物资保障组组长</source>
        <translation>Head, stock</translation>
    </message>
    <message>
        <source>物资缺损</source>
        <translation>Stock damaged</translation>
    </message>
    <message>
        <source>物资调拨通知</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>特大洪水</source>
        <translation>Extreme</translation>
    </message>
    <message>
        <source>獾狐蚁穴</source>
        <translation>Animal burrows</translation>
    </message>
    <message>
        <source>玉米</source>
        <translation>Maize</translation>
    </message>
    <message>
        <source>班长、镇前方指挥部</source>
        <translation>squad leader, town forward command</translation>
    </message>
    <message>
        <source>生长期</source>
        <translation>growing</translation>
    </message>
    <message>
        <source>由县（区）河务局组织抢护；紧急时先抢护后补批</source>
        <translation>County (district) river bureau leads; if urgent, protect first, approval after</translation>
    </message>
    <message>
        <source>申庄村</source>
        <translation>Shenzhuang</translation>
    </message>
    <message>
        <source>申庄险工</source>
        <translation>Shenzhuang works</translation>
    </message>
    <message>
        <source>申庄险工仓库</source>
        <translation>Shenzhuang works depot</translation>
    </message>
    <message>
        <source>申请调拨或通知协议单位</source>
        <translation>Ask for a transfer or tell the contract suppliers</translation>
    </message>
    <message>
        <source>电力照明组组长</source>
        <translation>Head, power and light</translation>
    </message>
    <message>
        <source>电导率</source>
        <translation>Conductivity</translation>
    </message>
    <message>
        <source>电导率上限</source>
        <translation>Conductivity, upper limit</translation>
    </message>
    <message>
        <source>电导率下限</source>
        <translation>Conductivity, lower limit</translation>
    </message>
    <message>
        <source>电工</source>
        <translation>Electrician</translation>
    </message>
    <message>
        <source>电源电压</source>
        <translation>Voltage</translation>
    </message>
    <message>
        <source>电缆</source>
        <translation>Cable</translation>
    </message>
    <message>
        <source>电话向水文站询问，人工录入</source>
        <translation>Telephone the station, enter by hand</translation>
    </message>
    <message>
        <source>留好撤离通道</source>
        <translation>Keep a way out</translation>
    </message>
    <message>
        <source>留给迁安和上堤的时间缩短</source>
        <translation>Less time is left to relocate and to man the levee</translation>
    </message>
    <message>
        <source>白马寺</source>
        <translation>Baimasi</translation>
    </message>
    <message>
        <source>监控故障</source>
        <translation>Camera fault</translation>
    </message>
    <message>
        <source>盖堵防雨</source>
        <translation>Cover against rain</translation>
    </message>
    <message>
        <source>盯住溃口两端，防止抄后路</source>
        <translation>Watch both ends against outflanking</translation>
    </message>
    <message>
        <source>省河务局、黄委专家组</source>
        <translation>experts of provincial bureau and YRCC</translation>
    </message>
    <message>
        <source>省黄河防办</source>
        <translation>provincial Yellow River flood office</translation>
    </message>
    <message>
        <source>看护房有人</source>
        <translation>Hut occupied</translation>
    </message>
    <message>
        <source>督导员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>督导检查组组长</source>
        <translation>Head, inspection</translation>
    </message>
    <message>
        <source>瞬时气温</source>
        <translation>Air temperature</translation>
    </message>
    <message>
        <source>瞬时水温</source>
        <translation>Water temperature</translation>
    </message>
    <message>
        <source>瞬时河道水位、潮位</source>
        <translation>River stage, tide level</translation>
    </message>
    <message>
        <source>瞬时流量、抽水流量</source>
        <translation>Flow, pumped flow</translation>
    </message>
    <message>
        <source>石桥村</source>
        <translation>Shiqiao</translation>
    </message>
    <message>
        <source>砂</source>
        <translation>Sand</translation>
    </message>
    <message>
        <source>砂、碎石、块石</source>
        <translation>Sand, gravel, block stone</translation>
    </message>
    <message>
        <source>砂石</source>
        <translation>Sand and stone</translation>
    </message>
    <message>
        <source>砂石、土工布</source>
        <translation>Sand, stone, geotextile</translation>
    </message>
    <message>
        <source>砂粒流动</source>
        <translation>Sand moving</translation>
    </message>
    <message>
        <source>砷</source>
        <translation>Arsenic</translation>
    </message>
    <message>
        <source>砷上限</source>
        <translation>Arsenic, upper limit</translation>
    </message>
    <message>
        <source>砷下限</source>
        <translation>Arsenic, lower limit</translation>
    </message>
    <message>
        <source>硒</source>
        <translation>Selenium</translation>
    </message>
    <message>
        <source>硒上限</source>
        <translation>Selenium, upper limit</translation>
    </message>
    <message>
        <source>硒下限</source>
        <translation>Selenium, lower limit</translation>
    </message>
    <message>
        <source>确认较大或重大险情</source>
        <translation>A larger or major incident is confirmed</translation>
    </message>
    <message>
        <source>碎石</source>
        <translation>Gravel</translation>
    </message>
    <message>
        <source>社区</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>社区微网格长</source>
        <translation>Micro-grid leader</translation>
    </message>
    <message>
        <source>祥云寺村</source>
        <translation>Xiangyunsi</translation>
    </message>
    <message>
        <source>离线底图文件夹（MBTiles）</source>
        <translation>Folder of offline tiles (MBTiles)</translation>
    </message>
    <message>
        <source>私自返滩</source>
        <translation>Returned without leave</translation>
    </message>
    <message>
        <source>种植大户</source>
        <translation>Large grower</translation>
    </message>
    <message>
        <source>移动照明车</source>
        <translation>Light towers</translation>
    </message>
    <message>
        <source>稳定</source>
        <translation>steady</translation>
    </message>
    <message>
        <source>穿堤建筑物抢护通用技术</source>
        <translation>Common practice for structures through the levee</translation>
    </message>
    <message>
        <source>穿堤管线渗漏</source>
        <translation>Pipe leakage</translation>
    </message>
    <message>
        <source>穿堤闸渗漏</source>
        <translation>Sluice leakage</translation>
    </message>
    <message>
        <source>突发重大险情 1 小时内首报</source>
        <translation>sudden major incident: first report within 1 h</translation>
    </message>
    <message>
        <source>立即呼叫该队，派就近队伍接应</source>
        <translation>Call the squad at once, send the nearest squad</translation>
    </message>
    <message>
        <source>立即补报，催办处置</source>
        <translation>Report at once, press for the handling</translation>
    </message>
    <message>
        <source>立即，10 分钟内口头或电话首报，先报后补</source>
        <translation>at once, within 10 min by word or telephone; complete later</translation>
    </message>
    <message>
        <source>立即，15 分钟内首报（通用口径 15～30 分钟，取严）</source>
        <translation>at once, within 15 min (commonly 15–30 min, the stricter taken)</translation>
    </message>
    <message>
        <source>竹木排消浪</source>
        <translation>Bamboo or timber rafts</translation>
    </message>
    <message>
        <source>第2微网格长</source>
        <translation>Micro-grid leader 2</translation>
    </message>
    <message>
        <source>第3微网格长</source>
        <translation>Micro-grid leader 3</translation>
    </message>
    <message>
        <source>第4微网格长</source>
        <translation>Micro-grid leader 4</translation>
    </message>
    <message>
        <source>第三代</source>
        <translation>3rd</translation>
    </message>
    <message>
        <source>第五代</source>
        <translation>5th</translation>
    </message>
    <message>
        <source>第四代</source>
        <translation>4th</translation>
    </message>
    <message>
        <source>管涌</source>
        <translation>Sand boil</translation>
    </message>
    <message>
        <source>箱</source>
        <translation>box</translation>
    </message>
    <message>
        <source>篷布</source>
        <translation>Tarpaulins</translation>
    </message>
    <message>
        <source>系统管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>系统管理员（演示）</source>
        <translation>Administrator (demo)</translation>
    </message>
    <message>
        <source>红</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>级</source>
        <translation>Bft</translation>
    </message>
    <message>
        <source>结荚期</source>
        <translation>podding</translation>
    </message>
    <message>
        <source>缓溜护岸</source>
        <translation>Slow the current, protect the bank</translation>
    </message>
    <message>
        <source>编号洪水</source>
        <translation>Numbered</translation>
    </message>
    <message>
        <source>编织袋</source>
        <translation>Woven bags</translation>
    </message>
    <message>
        <source>编织袋、土</source>
        <translation>Woven bags, earth</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>网格员</source>
        <translation>Grid worker</translation>
    </message>
    <message>
        <source>网格长</source>
        <translation>Grid leader</translation>
    </message>
    <message>
        <source>网格长、第1微网格长</source>
        <translation>Grid leader, micro-grid leader 1</translation>
    </message>
    <message>
        <source>群众备料</source>
        <translation>Held by villagers</translation>
    </message>
    <message>
        <source>群防队员</source>
        <translation>member</translation>
    </message>
    <message>
        <source>翻填夯实</source>
        <translation>Dig out, refill, tamp</translation>
    </message>
    <message>
        <source>联坝</source>
        <translation>Link dike</translation>
    </message>
    <message>
        <source>联坝全部冲失</source>
        <translation>link dike all washed away</translation>
    </message>
    <message>
        <source>联坝坡冲塌 &lt;1/2</source>
        <translation>link dike slope lost &lt; 1/2</translation>
    </message>
    <message>
        <source>联坝坡冲塌 ≥1/2</source>
        <translation>link dike slope lost ≥ 1/2</translation>
    </message>
    <message>
        <source>联坝坡冲塌比例</source>
        <translation>Share of link dike slope lost</translation>
    </message>
    <message>
        <source>背水坡或堤脚出现流水孔</source>
        <translation>Flow from a hole in landside slope or toe</translation>
    </message>
    <message>
        <source>背水坡湿润、发软</source>
        <translation>Landside slope wet and soft</translation>
    </message>
    <message>
        <source>背水滤水后戗</source>
        <translation>Filter berm landside</translation>
    </message>
    <message>
        <source>背水面</source>
        <translation>landward face</translation>
    </message>
    <message>
        <source>背河</source>
        <translation>Landside</translation>
    </message>
    <message>
        <source>背河出口只导不堵</source>
        <translation>At the landside outlet drain only, never block</translation>
    </message>
    <message>
        <source>背河同步做反滤围井</source>
        <translation>Filter well landside at the same time</translation>
    </message>
    <message>
        <source>背河坑塘</source>
        <translation>landside pond</translation>
    </message>
    <message>
        <source>背河坡</source>
        <translation>landside slope</translation>
    </message>
    <message>
        <source>背河坡不得用黏土封堵</source>
        <translation>Never seal the landside slope with clay</translation>
    </message>
    <message>
        <source>背河堤脚</source>
        <translation>landside toe</translation>
    </message>
    <message>
        <source>背河堤脚、坑塘冒水带沙</source>
        <translation>Water with sand at landside toe or ponds</translation>
    </message>
    <message>
        <source>背河渗水、管涌</source>
        <translation>landside seepage, boils</translation>
    </message>
    <message>
        <source>膨大期</source>
        <translation>fruit swelling</translation>
    </message>
    <message>
        <source>自储</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>自卸车</source>
        <translation>Tipper trucks</translation>
    </message>
    <message>
        <source>自定义要素</source>
        <translation>Custom element</translation>
    </message>
    <message>
        <source>自有证书私钥文件（PEM）</source>
        <translation>Own certificate key (PEM)</translation>
    </message>
    <message>
        <source>自有证书链文件（PEM，空为本机自建）</source>
        <translation>Own certificate chain (PEM; empty: made here)</translation>
    </message>
    <message>
        <source>船只失控</source>
        <translation>Boat adrift</translation>
    </message>
    <message>
        <source>船外机</source>
        <translation>Outboard motors</translation>
    </message>
    <message>
        <source>艘</source>
        <translation>no.</translation>
    </message>
    <message>
        <source>艾山</source>
        <translation>Aishan</translation>
    </message>
    <message>
        <source>花园口</source>
        <translation>Huayuankou</translation>
    </message>
    <message>
        <source>花园口实测水位达到警戒水位或保证水位（同一基面）</source>
        <translation>The observed stage at Huayuankou has reached the warning or guaranteed stage (same datum)</translation>
    </message>
    <message>
        <source>花园口实测流量达到或超过响应等级下限</source>
        <translation>The observed flow at Huayuankou has reached or passed the lower bound of a response level</translation>
    </message>
    <message>
        <source>花园口报汛超过时效</source>
        <translation>Huayuankou reading overdue</translation>
    </message>
    <message>
        <source>花园口最近报汛超过本级规定时效</source>
        <translation>The last reading of Huayuankou is older than the level allows</translation>
    </message>
    <message>
        <source>花园口村</source>
        <translation>Huayuankou</translation>
    </message>
    <message>
        <source>花园口水位达到{level}，请核对并会商</source>
        <translation>Huayuankou stage has reached {level}. Check and consult.</translation>
    </message>
    <message>
        <source>花园口水位达到警戒或保证水位</source>
        <translation>Huayuankou at warning or guaranteed stage</translation>
    </message>
    <message>
        <source>花园口水势上涨较快</source>
        <translation>Huayuankou is rising fast.</translation>
    </message>
    <message>
        <source>花园口流量上涨快于设定涨率</source>
        <translation>The flow at Huayuankou rises faster than the set rate</translation>
    </message>
    <message>
        <source>花园口流量达到{level}响应阈值，请会商定级</source>
        <translation>Huayuankou flow has reached {level}. Consult and set the level.</translation>
    </message>
    <message>
        <source>花园口流量达到响应阈值</source>
        <translation>Huayuankou flow reaches a response level</translation>
    </message>
    <message>
        <source>花园口涨率过快</source>
        <translation>Huayuankou rising fast</translation>
    </message>
    <message>
        <source>花园口险工</source>
        <translation>Huayuankou works</translation>
    </message>
    <message>
        <source>花园口险工料场</source>
        <translation>Huayuankou works yard</translation>
    </message>
    <message>
        <source>花生</source>
        <translation>Peanut</translation>
    </message>
    <message>
        <source>苗木</source>
        <translation>Nursery</translation>
    </message>
    <message>
        <source>范围面积</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>药品</source>
        <translation>Medicines</translation>
    </message>
    <message>
        <source>药材</source>
        <translation>Herbs</translation>
    </message>
    <message>
        <source>莲藕</source>
        <translation>Lotus</translation>
    </message>
    <message>
        <source>落实</source>
        <translation>Carry out</translation>
    </message>
    <message>
        <source>蓄水反压（养水盆）</source>
        <translation>Raise water over it (ring basin)</translation>
    </message>
    <message>
        <source>蓝</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>蔬菜</source>
        <translation>Vegetables</translation>
    </message>
    <message>
        <source>表10</source>
        <translation>table 10</translation>
    </message>
    <message>
        <source>表11</source>
        <translation>table 11</translation>
    </message>
    <message>
        <source>表16</source>
        <translation>table 16</translation>
    </message>
    <message>
        <source>表20</source>
        <translation>table 20</translation>
    </message>
    <message>
        <source>表58</source>
        <translation>table 58</translation>
    </message>
    <message>
        <source>表A.1</source>
        <translation>table A.1</translation>
    </message>
    <message>
        <source>表B.1</source>
        <translation>table B.1</translation>
    </message>
    <message>
        <source>表C.1</source>
        <translation>table C.1</translation>
    </message>
    <message>
        <source>表C.3</source>
        <translation>table C.3</translation>
    </message>
    <message>
        <source>表D.1</source>
        <translation>table D.1</translation>
    </message>
    <message>
        <source>表D.4</source>
        <translation>table D.4</translation>
    </message>
    <message>
        <source>表面裂缝</source>
        <translation>Surface crack</translation>
    </message>
    <message>
        <source>裂缝</source>
        <translation>Crack</translation>
    </message>
    <message>
        <source>裂缝只盖布，不灌水</source>
        <translation>Cover cracks only, no water in</translation>
    </message>
    <message>
        <source>裂缝性质</source>
        <translation>Kind of crack</translation>
    </message>
    <message>
        <source>裂缝抢护通用技术</source>
        <translation>Common practice for cracks</translation>
    </message>
    <message>
        <source>装载机</source>
        <translation>Loaders</translation>
    </message>
    <message>
        <source>装载机、挖掘机</source>
        <translation>Loader, excavator</translation>
    </message>
    <message>
        <source>装载机、挖掘机、抛石船</source>
        <translation>Loader, excavator, stone barge</translation>
    </message>
    <message>
        <source>裹护坝顶、坝头</source>
        <translation>Armour crest and head</translation>
    </message>
    <message>
        <source>裹护段坝基冲失</source>
        <translation>Core of armoured part washed away</translation>
    </message>
    <message>
        <source>西瓜</source>
        <translation>Watermelon</translation>
    </message>
    <message>
        <source>视频识别告警</source>
        <translation>Camera alarm</translation>
    </message>
    <message>
        <source>警报器</source>
        <translation>Sirens</translation>
    </message>
    <message>
        <source>警报器故障</source>
        <translation>Siren fault</translation>
    </message>
    <message>
        <source>设定：5分钟内叫醒叫应（各地叫应通行做法），可改</source>
        <translation>assumed: woken and answered within 5 min (common practice); can be changed</translation>
    </message>
    <message>
        <source>设定：可改</source>
        <translation>assumed; can be changed</translation>
    </message>
    <message>
        <source>设定：手机页3分钟未签收即转下一级，可改</source>
        <translation>assumed: 3 min without a signature on the phone page, then the next rung; can be changed</translation>
    </message>
    <message>
        <source>设定：敲门入户为最后一级，由人登记</source>
        <translation>assumed: knocking at the door is the last rung, logged by a person</translation>
    </message>
    <message>
        <source>设置遥测站时钟</source>
        <translation>Set station clock</translation>
    </message>
    <message>
        <source>设置遥测终端IC卡状态</source>
        <translation>Set IC card state of terminal</translation>
    </message>
    <message>
        <source>该处根石状态不明</source>
        <translation>The root stone there is not known</translation>
    </message>
    <message>
        <source>该站数值已陈旧，不能再当实况</source>
        <translation>Its values are old and no longer live</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>读取/自报遥测站基本配置表</source>
        <translation>Read/report basic configuration</translation>
    </message>
    <message>
        <source>读取/自报遥测站运行参数配置表</source>
        <translation>Read/report running parameters</translation>
    </message>
    <message>
        <source>谣言</source>
        <translation>Rumour</translation>
    </message>
    <message>
        <source>责任段</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>责任段超时无人巡查</source>
        <translation>Section overdue for patrol</translation>
    </message>
    <message>
        <source>责任段超过规定间隔没有巡查</source>
        <translation>A section has gone unpatrolled beyond the set interval</translation>
    </message>
    <message>
        <source>贯穿横缝</source>
        <translation>transverse, through</translation>
    </message>
    <message>
        <source>贯穿横缝、滑动性纵缝</source>
        <translation>transverse through, or longitudinal sliding</translation>
    </message>
    <message>
        <source>走失体积</source>
        <translation>Volume lost</translation>
    </message>
    <message>
        <source>超标准洪水</source>
        <translation>Beyond design</translation>
    </message>
    <message>
        <source>距堤脚</source>
        <translation>From levee toe</translation>
    </message>
    <message>
        <source>软帘盖堵：复合土工膜、篷布，上压土袋</source>
        <translation>Soft curtain: geomembrane or tarpaulin, earth bags on top</translation>
    </message>
    <message>
        <source>软楔塞堵：棉絮、草包、锥形软楔</source>
        <translation>Soft plugs: quilts, straw bags, soft cones</translation>
    </message>
    <message>
        <source>输水设备、闸门(组)编号</source>
        <translation>Conveyance, gate (group) no.</translation>
    </message>
    <message>
        <source>输水设备流量、过闸(组)流量</source>
        <translation>Conveyance flow, gate (group) flow</translation>
    </message>
    <message>
        <source>输水设备类别</source>
        <translation>Kind of conveyance</translation>
    </message>
    <message>
        <source>输沙量</source>
        <translation>Sediment load</translation>
    </message>
    <message>
        <source>达到或超过大堤设防流量，随时可能发生渗漏、管涌、脱坡等重大险情；按超标准洪水预案提请上级抢筑子堰、启用滞洪区，落实上级命令，必要时背河人员有序转移。</source>
        <translation>At or above the levee's design flow; leaks, boils and slides may happen at any time. By the plan for floods beyond design: request sub-dikes and the detention area, carry out superior orders, move people landside in order where needed.</translation>
    </message>
    <message>
        <source>达到洪水编号标准。嫩滩和低滩可能漫水，部分河道工程接近或超过防御标准；河势上提下挫、坐湾生险，险工、控导易发生根石走失、坦石坍塌、墩蛰。嫩滩种植户和看护人员撤出，浮桥、景区停业。</source>
        <translation>Numbered-flood standard reached. The low bar and low floodplain may be covered; some works near or exceed their design. The current shifts and works are attacked: root stone loss, armour collapse, settlement. Growers and watchmen leave the low bar; pontoon and scenic area close.</translation>
    </message>
    <message>
        <source>迁安</source>
        <translation>Relocation</translation>
    </message>
    <message>
        <source>迁安救护组副组长</source>
        <translation>Deputy head, relocation</translation>
    </message>
    <message>
        <source>迁安救护组组长</source>
        <translation>Head, relocation</translation>
    </message>
    <message>
        <source>迁安联络员</source>
        <translation>Relocation liaison</translation>
    </message>
    <message>
        <source>过闸流量</source>
        <translation>Flow through sluice</translation>
    </message>
    <message>
        <source>迎水面</source>
        <translation>Water face</translation>
    </message>
    <message>
        <source>运料</source>
        <translation>Haul</translation>
    </message>
    <message>
        <source>违建</source>
        <translation>Unlawful structure</translation>
    </message>
    <message>
        <source>违规浮桥</source>
        <translation>Illegal pontoon</translation>
    </message>
    <message>
        <source>迟报责任重大，险情可能扩大</source>
        <translation>Late reports weigh heavily; the incident may grow</translation>
    </message>
    <message>
        <source>退水期防守提醒</source>
        <translation>Watch on recession</translation>
    </message>
    <message>
        <source>通信中断</source>
        <translation>No signal</translation>
    </message>
    <message>
        <source>通信信息组组长</source>
        <translation>Head, communications</translation>
    </message>
    <message>
        <source>通用做法；需核对</source>
        <translation>Common practice; to be checked</translation>
    </message>
    <message>
        <source>通知该段巡查组或改派</source>
        <translation>Tell the patrol group of the section or send another</translation>
    </message>
    <message>
        <source>道路封控通告</source>
        <translation>Roads closed</translation>
    </message>
    <message>
        <source>道路阻断</source>
        <translation>Road blocked</translation>
    </message>
    <message>
        <source>遥测站人工置数报</source>
        <translation>Manual report</translation>
    </message>
    <message>
        <source>遥测站加报报</source>
        <translation>Extra report</translation>
    </message>
    <message>
        <source>遥测站图片报</source>
        <translation>Picture report</translation>
    </message>
    <message>
        <source>遥测站地址</source>
        <translation>Station address</translation>
    </message>
    <message>
        <source>遥测站定时报</source>
        <translation>Timed report</translation>
    </message>
    <message>
        <source>遥测站小时报</source>
        <translation>Hourly report</translation>
    </message>
    <message>
        <source>遥测站状态及报警信息</source>
        <translation>Station state and alarms</translation>
    </message>
    <message>
        <source>遥测站软件版本</source>
        <translation>Station software version</translation>
    </message>
    <message>
        <source>遥测站通信设备识别号</source>
        <translation>Communication device id</translation>
    </message>
    <message>
        <source>遥测站采集要素设置</source>
        <translation>Elements collected</translation>
    </message>
    <message>
        <source>遥测终端参数恢复出厂设置</source>
        <translation>Restore factory settings</translation>
    </message>
    <message>
        <source>郑州市防指</source>
        <translation>Zhengzhou Flood HQ</translation>
    </message>
    <message>
        <source>部</source>
        <translation>no.</translation>
    </message>
    <message>
        <source>采收期</source>
        <translation>harvest</translation>
    </message>
    <message>
        <source>采样间隔</source>
        <translation>Sampling interval</translation>
    </message>
    <message>
        <source>重要站水情 30 分钟内报</source>
        <translation>key stations within 30 min</translation>
    </message>
    <message>
        <source>野泳</source>
        <translation>Swimming</translation>
    </message>
    <message>
        <source>铁管</source>
        <translation>Steel pipe</translation>
    </message>
    <message>
        <source>铁锨</source>
        <translation>Shovels</translation>
    </message>
    <message>
        <source>铅</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>铅丝</source>
        <translation>Galvanised wire</translation>
    </message>
    <message>
        <source>铅丝、铅丝笼</source>
        <translation>Wire, gabions</translation>
    </message>
    <message>
        <source>铅丝笼</source>
        <translation>Gabions</translation>
    </message>
    <message>
        <source>铅丝笼固根</source>
        <translation>Gabions at the root</translation>
    </message>
    <message>
        <source>铅丝笼护根</source>
        <translation>Gabions at the root</translation>
    </message>
    <message>
        <source>铜</source>
        <translation>Copper</translation>
    </message>
    <message>
        <source>铜上限</source>
        <translation>Copper, upper limit</translation>
    </message>
    <message>
        <source>铜下限</source>
        <translation>Copper, lower limit</translation>
    </message>
    <message>
        <source>铜锣</source>
        <translation>Gongs</translation>
    </message>
    <message>
        <source>铺盖范围超出边界 ≥3 m</source>
        <translation>Blanket ≥ 3 m past the edge</translation>
    </message>
    <message>
        <source>链路维持报</source>
        <translation>Link keep-alive</translation>
    </message>
    <message>
        <source>锌</source>
        <translation>Zinc</translation>
    </message>
    <message>
        <source>锌上限</source>
        <translation>Zinc, upper limit</translation>
    </message>
    <message>
        <source>锌下限</source>
        <translation>Zinc, lower limit</translation>
    </message>
    <message>
        <source>错落高</source>
        <translation>Height of step</translation>
    </message>
    <message>
        <source>错过后只能用船救援</source>
        <translation>After it only boats can reach them</translation>
    </message>
    <message>
        <source>镇干部</source>
        <translation>Town official</translation>
    </message>
    <message>
        <source>镇救灾物资库</source>
        <translation>Town relief depot</translation>
    </message>
    <message>
        <source>镇长、指挥长</source>
        <translation>Mayor, commander</translation>
    </message>
    <message>
        <source>镇防汛中心仓库</source>
        <translation>Town flood depot</translation>
    </message>
    <message>
        <source>镉</source>
        <translation>Cadmium</translation>
    </message>
    <message>
        <source>镉上限</source>
        <translation>Cadmium, upper limit</translation>
    </message>
    <message>
        <source>镉下限</source>
        <translation>Cadmium, lower limit</translation>
    </message>
    <message>
        <source>长 20–50 m</source>
        <translation>20–50 m long</translation>
    </message>
    <message>
        <source>长 &lt;20 m</source>
        <translation>&lt; 20 m long</translation>
    </message>
    <message>
        <source>长 ≥50 m</source>
        <translation>≥ 50 m long</translation>
    </message>
    <message>
        <source>长2–4m</source>
        <translation>2–4 m long</translation>
    </message>
    <message>
        <source>闸位加报阈值</source>
        <translation>Extra report threshold, gate</translation>
    </message>
    <message>
        <source>闸前围堰</source>
        <translation>Cofferdam in front</translation>
    </message>
    <message>
        <source>闸后养水盆</source>
        <translation>Basin behind the sluice</translation>
    </message>
    <message>
        <source>闸后冒水</source>
        <translation>Water coming up behind the sluice</translation>
    </message>
    <message>
        <source>闸坝</source>
        <translation>Gate, dam</translation>
    </message>
    <message>
        <source>闸门开启孔数</source>
        <translation>Gates open</translation>
    </message>
    <message>
        <source>闸门开启高度</source>
        <translation>Gate opening</translation>
    </message>
    <message>
        <source>闸门状况</source>
        <translation>State of sluice</translation>
    </message>
    <message>
        <source>队伍集结令</source>
        <translation>Squads muster</translation>
    </message>
    <message>
        <source>防水</source>
        <translation>waterproof</translation>
    </message>
    <message>
        <source>防汛值班员</source>
        <translation>Duty officer</translation>
    </message>
    <message>
        <source>防汛办主任</source>
        <translation>Head of the flood office</translation>
    </message>
    <message>
        <source>防汛办值班员</source>
        <translation>Flood office duty officer</translation>
    </message>
    <message>
        <source>防汛办值班电话</source>
        <translation>Watch phone of the flood office</translation>
    </message>
    <message>
        <source>防汛办副主任</source>
        <translation>Deputy head of the flood office</translation>
    </message>
    <message>
        <source>防汛布</source>
        <translation>Flood sheeting</translation>
    </message>
    <message>
        <source>防汛急救包</source>
        <translation>first-aid kits</translation>
    </message>
    <message>
        <source>防疫医师</source>
        <translation>Epidemic doctor</translation>
    </message>
    <message>
        <source>陆浑水库</source>
        <translation>Luhun Reservoir</translation>
    </message>
    <message>
        <source>降水</source>
        <translation>Rain</translation>
    </message>
    <message>
        <source>降水量日起始时间</source>
        <translation>Start of rain day</translation>
    </message>
    <message>
        <source>降水量累计值</source>
        <translation>Rain total</translation>
    </message>
    <message>
        <source>险工</source>
        <translation>Levee works</translation>
    </message>
    <message>
        <source>险工工程班技术员</source>
        <translation>Works technician</translation>
    </message>
    <message>
        <source>险情上报已超时，{place}</source>
        <translation>Incident report overdue at {place}.</translation>
    </message>
    <message>
        <source>险情上报或处置超时</source>
        <translation>Incident report or handling overdue</translation>
    </message>
    <message>
        <source>险情可能漏查</source>
        <translation>An incident may be missed</translation>
    </message>
    <message>
        <source>险情可能迅速扩大，危及堤防</source>
        <translation>It may grow quickly and endanger the levee</translation>
    </message>
    <message>
        <source>险情名称</source>
        <translation>Name of incident</translation>
    </message>
    <message>
        <source>险情处置通知</source>
        <translation>Incident handling</translation>
    </message>
    <message>
        <source>险情抢护审批通用做法；需按河务局文件核对</source>
        <translation>Common practice of approval; to be checked with the river bureau</translation>
    </message>
    <message>
        <source>险情报告或处置超过规定时限</source>
        <translation>The report or handling of an incident is past its limit</translation>
    </message>
    <message>
        <source>险情报告通用做法；时限为默认值，可改，需按河务局文件核对</source>
        <translation>Common practice of incident reports; limits are defaults, can be changed, to be checked with the river bureau</translation>
    </message>
    <message>
        <source>险情报告通用做法；需按本地文件核对</source>
        <translation>Common practice of incident reports; to be checked with local papers</translation>
    </message>
    <message>
        <source>险情描述</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>险情趋势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>陷坑</source>
        <translation>Sinkhole</translation>
    </message>
    <message>
        <source>陷坑位置</source>
        <translation>Place of sinkhole</translation>
    </message>
    <message>
        <source>陷坑（跌窝）抢护通用技术</source>
        <translation>Common practice for sinkholes</translation>
    </message>
    <message>
        <source>雨情、水情 1 小时内报</source>
        <translation>rain and river within 1 h</translation>
    </message>
    <message>
        <source>雨淋沟</source>
        <translation>Rain gullies</translation>
    </message>
    <message>
        <source>雨量加报阈值</source>
        <translation>Extra report threshold, rain</translation>
    </message>
    <message>
        <source>雨量计分辨力</source>
        <translation>Rain gauge resolution</translation>
    </message>
    <message>
        <source>露营</source>
        <translation>Camping</translation>
    </message>
    <message>
        <source>非滑动性纵缝</source>
        <translation>longitudinal, not sliding</translation>
    </message>
    <message>
        <source>非裹护部位塌至坝顶</source>
        <translation>Unarmoured part collapsed to the crest</translation>
    </message>
    <message>
        <source>靠溜平顺</source>
        <translation>current along, smooth</translation>
    </message>
    <message>
        <source>面</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>顶</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>须会商定级并下达该级任务，晚一步群众转移时间就少一分</source>
        <translation>The level must be consulted and its tasks issued; each step later is a minute less to move people</translation>
    </message>
    <message>
        <source>须提前准备人员、物资和迁安</source>
        <translation>People, stock and relocation must be made ready ahead</translation>
    </message>
    <message>
        <source>预报将达到响应阈值</source>
        <translation>Forecast will reach a response level</translation>
    </message>
    <message>
        <source>预报花园口流量将达到{level}</source>
        <translation>Huayuankou is forecast to reach {level}.</translation>
    </message>
    <message>
        <source>预案环节落空</source>
        <translation>A link of the plan is missing</translation>
    </message>
    <message>
        <source>预测先行，抢筑子堰（子埝）</source>
        <translation>Forecast first, raise a sub-dike in time</translation>
    </message>
    <message>
        <source>风力</source>
        <translation>Wind force</translation>
    </message>
    <message>
        <source>风向</source>
        <translation>Wind direction</translation>
    </message>
    <message>
        <source>风浪淘刷</source>
        <translation>Wave scour</translation>
    </message>
    <message>
        <source>风速</source>
        <translation>Wind speed</translation>
    </message>
    <message>
        <source>风速加报阈值</source>
        <translation>Extra report threshold, wind</translation>
    </message>
    <message>
        <source>食品</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>饮用水</source>
        <translation>Drinking water</translation>
    </message>
    <message>
        <source>马渡险工</source>
        <translation>Madu works</translation>
    </message>
    <message>
        <source>马渡险工料场</source>
        <translation>Madu works yard</translation>
    </message>
    <message>
        <source>骨干</source>
        <translation>core member</translation>
    </message>
    <message>
        <source>高村</source>
        <translation>Gaocun</translation>
    </message>
    <message>
        <source>高滩</source>
        <translation>High terrace</translation>
    </message>
    <message>
        <source>高锰酸盐指数</source>
        <translation>Permanganate index</translation>
    </message>
    <message>
        <source>高锰酸盐指数上限</source>
        <translation>Permanganate index, upper limit</translation>
    </message>
    <message>
        <source>高锰酸盐指数下限</source>
        <translation>Permanganate index, lower limit</translation>
    </message>
    <message>
        <source>鲜柳</source>
        <translation>fresh willow</translation>
    </message>
    <message>
        <source>麻绳</source>
        <translation>Hemp rope</translation>
    </message>
    <message>
        <source>麻绳（龙筋绳）、木桩</source>
        <translation>Hemp (core) rope, timber piles</translation>
    </message>
    <message>
        <source>麻袋</source>
        <translation>Hessian bags</translation>
    </message>
    <message>
        <source>黄</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection)</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2006年247个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 247 values of 2006, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2007年346个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 346 values of 2007, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2008年343个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 343 values of 2008, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2009年361个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 361 values of 2009, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2010年354个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 354 values of 2010, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2011年341个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 341 values of 2011, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2012年353个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 353 values of 2012, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2013年334个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 334 values of 2013, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2014年349个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 349 values of 2014, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2015年325个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 325 values of 2015, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2016年335个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 335 values of 2016, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2017年347个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 347 values of 2017, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2018年343个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 343 values of 2018, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2019年347个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 347 values of 2019, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄委 黄河水情日报 每日8时（公开MIT许可仓库汇集）；由2020年346个8时值按250m³/s分档取中位数、保序推得，首末为年内最小、最大流量实测</source>
        <translation>YRCC daily bulletin, 08:00 (public MIT-licensed collection); medians by 250 m³/s of 346 values of 2020, kept in order; both ends as observed</translation>
    </message>
    <message>
        <source>黄河</source>
        <translation>Yellow River</translation>
    </message>
    <message>
        <source>黄河下游险情分级通用口径；默认配置，需按河务局文件核对</source>
        <translation>Common grading of the lower Yellow River; default, to be checked with the river bureau</translation>
    </message>
    <message>
        <source>黄河坝岸抢护通用技术</source>
        <translation>Common practice for Yellow River spurs</translation>
    </message>
    <message>
        <source>黄河坝岸抢护通用技术；枕规格见坍塌抢险公开技术资料</source>
        <translation>Common practice for Yellow River spurs; fascine size from published papers on collapses</translation>
    </message>
    <message>
        <source>黄河控导工程抢护通用技术</source>
        <translation>Common practice for Yellow River training works</translation>
    </message>
    <message>
        <source>黏土</source>
        <translation>Clay</translation>
    </message>
    <message>
        <source>黏土前戗：顶宽 2–3 m，两端各超 ≥3 m，顶出水 1 m</source>
        <translation>Clay front berm: crest 2–3 m wide, ≥ 3 m past each end, 1 m above water</translation>
    </message>
    <message>
        <source>黑石关</source>
        <translation>Heishiguan</translation>
    </message>
    <message>
        <source>鼓粒期</source>
        <translation>grain filling</translation>
    </message>
    <message>
        <source>龙筋绳</source>
        <translation>core rope</translation>
    </message>
    <message>
        <source>龙门</source>
        <translation>Longmen</translation>
    </message>
    <message>
        <source>龙门镇</source>
        <translation>Longmenzhen</translation>
    </message>
</context>
<context>
    <name>RejectForm</name>
    <message>
        <source>不属实：留下谁查的、看到什么</source>
        <translation>Unfounded: who checked, what was seen</translation>
    </message>
    <message>
        <source>查实情况，如“现场查看无水，系灌溉回归水”（必填）</source>
        <translation>What was found, e.g. no seepage on site, irrigation return water (required)</translation>
    </message>
    <message>
        <source>记为不属实</source>
        <translation>Mark unfounded</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>RelocationTag</name>
    <message>
        <source>不是户牌：扫二维码，或照码下输入编号、空格和四位校验码</source>
        <translation>Not a household tag: scan the code, or type the number, a blank and the four check letters</translation>
    </message>
    <message>
        <source>户牌密钥读不出，无法核对，请检查磁盘权限</source>
        <translation>The tag key cannot be read, so the tag cannot be checked; look at the disk permissions</translation>
    </message>
    <message>
        <source>户牌是真的，但迁安户台账里没有这一户</source>
        <translation>The tag is genuine, but the relocation list has no such household</translation>
    </message>
    <message>
        <source>校验码不对：不是本指挥部印发的户牌，或输错了，请核对后重扫</source>
        <translation>Wrong check letters: not a tag of this headquarters, or mistyped; check and scan again</translation>
    </message>
</context>
<context>
    <name>RelocationWorkspace</name>
    <message>
        <source> 户</source>
        <translation> hh</translation>
    </message>
    <message>
        <source>{0} · {1} m³/s · {2} 推算</source>
        <translation>{0} · {1} m³/s · reckoned {2}</translation>
    </message>
    <message>
        <source>上水 {0} 户 {1:,.0f} 亩 · 受影响重点人员 {2} · 涉及 {3:,} 人 · 种植户未撤 {4}</source>
        <translation>{0} growers flooded, {1:,.0f} mu · {2} key people at risk · {3:,} people concerned · {4} growers still there</translation>
    </message>
    <message>
        <source>去向台账与安置点</source>
        <translation>Whereabouts and shelters</translation>
    </message>
    <message>
        <source>实况 {0} m³/s</source>
        <translation>Live {0} m³/s</translation>
    </message>
    <message>
        <source>已签 {0} m³/s</source>
        <translation>Signed {0} m³/s</translation>
    </message>
    <message>
        <source>影响统计</source>
        <translation>Affected</translation>
    </message>
    <message>
        <source>批量登记</source>
        <translation>Register in bulk</translation>
    </message>
    <message>
        <source>推演 {0} m³/s</source>
        <translation>What-if {0} m³/s</translation>
    </message>
    <message>
        <source>没有人须撤离</source>
        <translation>Nobody has to leave</translation>
    </message>
    <message>
        <source>派船接应</source>
        <translation>Boat pickups</translation>
    </message>
    <message>
        <source>派船接应 {0}</source>
        <translation>Boat pickups {0}</translation>
    </message>
</context>
<context>
    <name>Replay</name>
    <message>
        <source>{0} 天</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>事件与险情</source>
        <translation>Reports and incidents</translation>
    </message>
    <message>
        <source>全程</source>
        <translation>All</translation>
    </message>
    <message>
        <source>共 {0} 条</source>
        <translation>{0} in all</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>Pushes</translation>
    </message>
    <message>
        <source>等级建议</source>
        <translation>Suggested levels</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>上一个标记（Ctrl+Alt+←）</source>
        <translation>Mark before (Ctrl+Alt+←)</translation>
    </message>
    <message>
        <source>下一个标记（Ctrl+Alt+→）</source>
        <translation>Next mark (Ctrl+Alt+→)</translation>
    </message>
    <message>
        <source>全部标记</source>
        <translation>All marks</translation>
    </message>
    <message>
        <source>到所填的时刻（回车）</source>
        <translation>To the moment typed (Enter)</translation>
    </message>
    <message>
        <source>前后跳到哪一类</source>
        <translation>Which marks to jump to</translation>
    </message>
    <message>
        <source>回到实况</source>
        <translation>Back to live</translation>
    </message>
    <message>
        <source>回到实况（F12、Esc）</source>
        <translation>Back to live (F12, Esc)</translation>
    </message>
    <message>
        <source>回放时间轴</source>
        <translation>Replay time axis</translation>
    </message>
    <message>
        <source>回放速度：每秒走过的秒数</source>
        <translation>Replay speed: seconds gone in a second</translation>
    </message>
    <message>
        <source>实况 {0}</source>
        <translation>Live {0}</translation>
    </message>
    <message>
        <source>实况照常进行：{0}</source>
        <translation>Live goes on: {0}</translation>
    </message>
    <message>
        <source>拖动到任一时刻；←→ 一分钟，翻页键一小时，空格播放</source>
        <translation>Drag to any moment; ←→ a minute, PgUp/PgDn an hour, Space plays</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>新情况 {0}</source>
        <translation>{0} new</translation>
    </message>
    <message>
        <source>时间轴看多长</source>
        <translation>Length of the time axis</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>未确认报警 {0}</source>
        <translation>{0} alarms unacked</translation>
    </message>
    <message>
        <source>淹没图、线路与发件箱状态不可回放；撤离时限按当时情势重算</source>
        <translation>Inundation, links and outbox cannot be replayed; evacuation times are worked out anew from the situation then</translation>
    </message>
    <message>
        <source>第 {0} 步之后</source>
        <translation>After step {0}</translation>
    </message>
    <message>
        <source>跳到</source>
        <translation>Go to</translation>
    </message>
</context>
<context>
    <name>ReplayDesk</name>
    <message>
        <source>“推演”和“系统”只对实况，按 F12 或 Esc 回到实况</source>
        <translation>“What-if” and “System” are for live only; F12 or Esc goes back to live</translation>
    </message>
    <message>
        <source>这个方向没有标记了</source>
        <translation>No more marks this way</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>{0:g} 小时</source>
        <translation>{0:g} h</translation>
    </message>
    <message>
        <source>{0:g} 日</source>
        <translation>{0:g} d</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>事件(&amp;K)</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>伤亡与影响</source>
        <translation>Casualties, effects</translation>
    </message>
    <message>
        <source>内容(&amp;T)</source>
        <translation>Wha&amp;t</translation>
    </message>
    <message>
        <source>写明看到了什么即可记入</source>
        <translation>Say what was seen and it can be entered</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>地点(&amp;P)</source>
        <translation>&amp;Place</translation>
    </message>
    <message>
        <source>处置时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>大类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>待补：{0}</source>
        <translation>To complete: {0}</translation>
    </message>
    <message>
        <source>报告人(&amp;B)</source>
        <translation>Reported &amp;by</translation>
    </message>
    <message>
        <source>措施与需求</source>
        <translation>Measures, needs</translation>
    </message>
    <message>
        <source>时限(&amp;L)</source>
        <translation>&amp;Limit</translation>
    </message>
    <message>
        <source>水位、流量、河势</source>
        <translation>Stage, flow, river</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>电话接报</source>
        <translation>Phone report</translation>
    </message>
    <message>
        <source>看到了什么（必填）</source>
        <translation>What was seen (required)</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>类型与尺寸</source>
        <translation>Kind and size</translation>
    </message>
    <message>
        <source>记入接报</source>
        <translation>Enter report</translation>
    </message>
    <message>
        <source>谁报的：姓名、岗位、电话</source>
        <translation>Who reported: name, role, phone</translation>
    </message>
    <message>
        <source>险情首报六要素（先报后补，时间、地点见上）</source>
        <translation>Six elements of a first incident report (report first, complete later; time and place above)</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>{0} m³/s，{1}</source>
        <translation>{0} m³/s, {1}</translation>
    </message>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 次；{1} 个责任段中 {2} 个无人走过；漏巡报警 {3}</source>
        <translation>{0} walks; {2} of {1} sections unwalked; {3} gap alarms</translation>
    </message>
    <message>
        <source>{0} 步（{1}–{2}）</source>
        <translation>{0} steps ({1}–{2})</translation>
    </message>
    <message>
        <source>{0} 起，时段内没有</source>
        <translation>due from {0}, not in the period</translation>
    </message>
    <message>
        <source>{0}（{1} → {2}）</source>
        <translation>{0} ({1} → {2})</translation>
    </message>
    <message>
        <source>上级令</source>
        <translation>Superior orders</translation>
    </message>
    <message>
        <source>中位</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>九成</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>仍等</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>先行 {0} 分钟</source>
        <translation>{0} min before</translation>
    </message>
    <message>
        <source>全部任务</source>
        <translation>All tasks</translation>
    </message>
    <message>
        <source>共 {0}：{1}</source>
        <translation>{0} in all: {1}</translation>
    </message>
    <message>
        <source>分项</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>到下达</source>
        <translation>: issue</translation>
    </message>
    <message>
        <source>到办结</source>
        <translation>: close</translation>
    </message>
    <message>
        <source>到答复</source>
        <translation>: answer</translation>
    </message>
    <message>
        <source>到签收</source>
        <translation>: ack.</translation>
    </message>
    <message>
        <source>叫应</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>对外发送</source>
        <translation>Sent outside</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>应做</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应做 {0}：按时 {1}，超时 {2}，未完成 {3}，未到期 {4}；另有 {5} 项没有下达</source>
        <translation>{0} due: {1} in time, {2} late, {3} not done, {4} not yet due; {5} never issued</translation>
    </message>
    <message>
        <source>建议到签发</source>
        <translation>suggested → signed</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>拦下 {0}，实际对外 {1}</source>
        <translation>{0} held back, {1} really sent</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>按时 ÷（按时＋超时＋未做）</source>
        <translation>in time ÷ (in time + late + missed)</translation>
    </message>
    <message>
        <source>按时率</source>
        <translation>Met %</translation>
    </message>
    <message>
        <source>接报</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>Pushes</translation>
    </message>
    <message>
        <source>推送 {0} 人次，{1} 人次始终未应</source>
        <translation>{0} pushed to, {1} never answered</translation>
    </message>
    <message>
        <source>提前 {0} 分钟</source>
        <translation>{0} min ahead</translation>
    </message>
    <message>
        <source>新报 {0}，每小时 {1}，十分钟最多 {2}；其中 {3} 个到期末无人确认</source>
        <translation>{0} raised, {1} per hour, peak {2} in 10 min; {3} of them unacked at the end</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>晚 {0} 分钟</source>
        <translation>{0} min late</translation>
    </message>
    <message>
        <source>最长</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>最高响应</source>
        <translation>Highest response</translation>
    </message>
    <message>
        <source>未做</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>来文来电</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>洪峰</source>
        <translation>Peak</translation>
    </message>
    <message>
        <source>用时（分钟）</source>
        <translation>Time to (min)</translation>
    </message>
    <message>
        <source>签发较到达</source>
        <translation>signed vs reached</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>越线到推送</source>
        <translation>crossed → pushed</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>预报到签发</source>
        <translation>forecast → signed</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>导出第 {0}–{1} 步（含人员台账），{3}，签名公钥 {2}</source>
        <translation>Exported steps {0}–{1} (with registers of people), {3}, public key {2}</translation>
    </message>
    <message>
        <source>导出第 {0}–{1} 步，{3}，签名公钥 {2}</source>
        <translation>Exported steps {0}–{1}, {3}, public key {2}</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>评估</source>
        <translation>Assessment</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source> 天内</source>
        <translation> days</translation>
    </message>
    <message>
        <source>{0} 至 {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>{0}；更早的未评</source>
        <translation>{0}; earlier not assessed</translation>
    </message>
    <message>
        <source>一条经验教训：是什么、改什么</source>
        <translation>A lesson: what it is, what to change</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>另有 {0} 项</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>只记下</source>
        <translation>Note only</translation>
    </message>
    <message>
        <source>复盘得出，平时整改</source>
        <translation>From the review, to be put right in peacetime</translation>
    </message>
    <message>
        <source>复盘报告…</source>
        <translation>After-action report…</translation>
    </message>
    <message>
        <source>导出带凭据的一段</source>
        <translation>Export a span with proof</translation>
    </message>
    <message>
        <source>导出带凭据的一段…</source>
        <translation>Export with proof…</translation>
    </message>
    <message>
        <source>导出理由</source>
        <translation>Reason for export</translation>
    </message>
    <message>
        <source>总的</source>
        <translation>Overall</translation>
    </message>
    <message>
        <source>按岗位</source>
        <translation>By role</translation>
    </message>
    <message>
        <source>按所选时段重读日志（F5）</source>
        <translation>Read the journal of the chosen period again (F5)</translation>
    </message>
    <message>
        <source>按条款</source>
        <translation>By clause</translation>
    </message>
    <message>
        <source>日志凭据 (*.zip)</source>
        <translation>Journal with proof (*.zip)</translation>
    </message>
    <message>
        <source>日志原行、哈希链和签名，别的程序可据说明校验；原行里有人名，须由可查看个人信息的人导出并写明理由</source>
        <translation>Journal rows, hash chain and signature, to be verified by another program; rows name people, so whoever exports needs the right to see personal data and gives a reason</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>时段的开始要早于结束</source>
        <translation>The period must begin before it ends</translation>
    </message>
    <message>
        <source>最近一次洪水</source>
        <translation>Latest flood</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting …</translation>
    </message>
    <message>
        <source>正在按日志评估…</source>
        <translation>Assessing from the journal …</translation>
    </message>
    <message>
        <source>没有下达</source>
        <translation>Never issued</translation>
    </message>
    <message>
        <source>没有超时、未完成的任务</source>
        <translation>No tasks late or not done</translation>
    </message>
    <message>
        <source>由哪个岗位去改</source>
        <translation>Role to put it right</translation>
    </message>
    <message>
        <source>经验教训</source>
        <translation>Lessons</translation>
    </message>
    <message>
        <source>给谁、为什么</source>
        <translation>For whom and why</translation>
    </message>
    <message>
        <source>自定时段</source>
        <translation>Own period</translation>
    </message>
    <message>
        <source>记下并列为平时任务</source>
        <translation>Note, make a task</translation>
    </message>
    <message>
        <source>评估</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>超时、未完成的任务</source>
        <translation>Tasks late or not done</translation>
    </message>
    <message>
        <source>近 24 小时</source>
        <translation>Last 24 h</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>Last 7 d</translation>
    </message>
    <message>
        <source>还没有记下经验教训</source>
        <translation>No lessons noted yet</translation>
    </message>
    <message>
        <source>这个岗位没有人，先在台账里补上，或只记下</source>
        <translation>Nobody in this role: add somebody to the register, or note only</translation>
    </message>
    <message>
        <source>这个时段日志里没有记录</source>
        <translation>The journal holds nothing of this period</translation>
    </message>
    <message>
        <source>这个时段没有任务</source>
        <translation>No tasks in this period</translation>
    </message>
    <message>
        <source>这个时段没有可量的时间</source>
        <translation>No times to measure in this period</translation>
    </message>
    <message>
        <source>这个时段没有要签发的响应</source>
        <translation>No response to sign in this period</translation>
    </message>
    <message>
        <source>连同人员台账（不打码）</source>
        <translation>With registers of people (unmasked)</translation>
    </message>
    <message>
        <source>连同照片文件</source>
        <translation>With photo files</translation>
    </message>
    <message>
        <source>重新评估</source>
        <translation>Assess again</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>预警时效</source>
        <translation>Warning lead times</translation>
    </message>
</context>
<context>
    <name>RiverCurves</name>
    <message>
        <source>{name}{day}日</source>
        <translation>{day} {name}</translation>
    </message>
    <message>
        <source>{name}{day}日 {time}</source>
        <translation>{day} {name} {time}</translation>
    </message>
    <message>
        <source>{year}年{name}</source>
        <translation>{name} {year}</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>尚无报汛，过程线待收到第一个值</source>
        <translation>No readings yet: the hydrograph waits for the first value</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>水位</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>水位 m · {0}</source>
        <translation>Stage m · {0}</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>预报 {0}</source>
        <translation>Forecast {0}</translation>
    </message>
</context>
<context>
    <name>RiverFacts</name>
    <message>
        <source>{0:.0f} 天</source>
        <translation>{0:.0f} d</translation>
    </message>
    <message>
        <source>{0:.0f} 小时</source>
        <translation>{0:.0f} h</translation>
    </message>
    <message>
        <source>{0} · 约 {1}</source>
        <translation>{0} · about {1}</translation>
    </message>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0}级</source>
        <translation>Level {0}</translation>
    </message>
    <message>
        <source>已在最高一级</source>
        <translation>Already at the top level</translation>
    </message>
    <message>
        <source>距{0} {1} 差 {2}</source>
        <translation>{2} below {0} ({1})</translation>
    </message>
    <message>
        <source>高于 {0} 尚有 {1}</source>
        <translation>{1} above {0}</translation>
    </message>
</context>
<context>
    <name>RiverPage</name>
    <message>
        <source>水情</source>
        <translation>River</translation>
    </message>
</context>
<context>
    <name>RiverPanel</name>
    <message>
        <source>{0} 将跨越触发值：待第二人在“水情·录入与复核”采用，采用前不参与等级判断</source>
        <translation>{0} crosses a threshold: a second person must adopt it under River, Entry, check; until then it does not count</translation>
    </message>
    <message>
        <source>人工报汛（F8）</source>
        <translation>Enter a reading (F8)</translation>
    </message>
    <message>
        <source>回实况</source>
        <translation>Back to live</translation>
    </message>
    <message>
        <source>实况</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>已过时</source>
        <translation>lapsed</translation>
    </message>
    <message>
        <source>当时</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>录入预报（F7）</source>
        <translation>Enter a forecast (F7)</translation>
    </message>
    <message>
        <source>所报时间已过，不再参与等级判断</source>
        <translation>Its time has passed; it no longer counts for the level</translation>
    </message>
    <message>
        <source>推演流量：拖动预览，松手定下，Esc 回到实况（Ctrl+L 到此）</source>
        <translation>What-if flow: drag to preview, release to set, Esc for live (Ctrl+L comes here)</translation>
    </message>
    <message>
        <source>撤回…</source>
        <translation>Withdraw…</translation>
    </message>
    <message>
        <source>撤回现有预报，须写理由</source>
        <translation>Withdraw the forecast; a reason is needed</translation>
    </message>
    <message>
        <source>水情监测</source>
        <translation>River</translation>
    </message>
    <message>
        <source>没有登记上游测站</source>
        <translation>No upstream station registered</translation>
    </message>
    <message>
        <source>移到另一块屏幕</source>
        <translation>Move to another screen</translation>
    </message>
    <message>
        <source>花园口推演流量</source>
        <translation>Huayuankou what-if flow</translation>
    </message>
    <message>
        <source>设防</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>预报 {0} m³/s · {1} · {2}（{3} 录入）</source>
        <translation>Forecast {0} m³/s · {1} · {2} (entered {3})</translation>
    </message>
</context>
<context>
    <name>RiverStations</name>
    <message>
        <source>m³/s</source>
        <translation>m³/s</translation>
    </message>
    <message>
        <source>{0}级</source>
        <translation>Level {0}</translation>
    </message>
    <message>
        <source>上游站</source>
        <translation>Upstream stations</translation>
    </message>
    <message>
        <source>传播</source>
        <translation>Travel</translation>
    </message>
    <message>
        <source>基面</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>水位 m</source>
        <translation>Stage m</translation>
    </message>
    <message>
        <source>河流</source>
        <translation>River</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>涨落 /h</source>
        <translation>Rate /h</translation>
    </message>
    <message>
        <source>至花园口约 {0:g} 小时</source>
        <translation>About {0:g} h to Huayuankou</translation>
    </message>
    <message>
        <source>花园口下游约 {0:g} 小时</source>
        <translation>About {0:g} h below Huayuankou</translation>
    </message>
    <message>
        <source>触发</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>距今</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>达到 {0} 触发值</source>
        <translation>Reaches the trigger of {0}</translation>
    </message>
</context>
<context>
    <name>RunChip</name>
    <message>
        <source>停止 {0}</source>
        <translation>Stop {0}</translation>
    </message>
    <message>
        <source>在推演页看全部计算</source>
        <translation>See all runs on the What-if page</translation>
    </message>
    <message>
        <source>（另 {0} 项在等）</source>
        <translation> ({0} more waiting)</translation>
    </message>
</context>
<context>
    <name>RunLine</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>接着算</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>SafeWebView</name>
    <message>
        <source>%s 拒绝了请求</source>
        <translation>%s refused the request</translation>
    </message>
    <message>
        <source>%s 迟迟没有应答</source>
        <translation>%s is not answering</translation>
    </message>
    <message>
        <source>只接受 http 或 https 开头的网址：%s</source>
        <translation>Only http or https addresses are accepted: %s</translation>
    </message>
    <message>
        <source>填写网址后，这里显示其页面。</source>
        <translation>Enter an address and its page is shown here.</translation>
    </message>
    <message>
        <source>无法打开 %s</source>
        <translation>Cannot open %s</translation>
    </message>
    <message>
        <source>未配置网址</source>
        <translation>No address set</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>站点返回代码 %s。</source>
        <translation>The site answered with code %s.</translation>
    </message>
    <message>
        <source>等待 30 秒后已停止，其他功能不受影响。</source>
        <translation>Stopped after 30 seconds; everything else goes on.</translation>
    </message>
    <message>
        <source>网址不可用</source>
        <translation>Address not usable</translation>
    </message>
    <message>
        <source>网络不通，或该站点未响应（%s）。其他功能不受影响。</source>
        <translation>No network, or the site is not answering (%s). Everything else goes on.</translation>
    </message>
    <message>
        <source>网页进程已退出</source>
        <translation>The page process has ended</translation>
    </message>
    <message>
        <source>退出代码 %s。其他功能不受影响。</source>
        <translation>Exit code %s. Everything else goes on.</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>at 与 at_min 只可写一个</source>
        <translation>write at or at_min, not both</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{register}中没有 {value}</source>
        <translation>no {value} in the register: {register}</translation>
    </message>
    <message>
        <source>{value} 没有接报，无从判定</source>
        <translation>{value} brings no report to judge by</translation>
    </message>
    <message>
        <source>{value} 没有时间、没有条件，也不是手动，永不下发</source>
        <translation>{value} has no time and no condition and is not by hand: it would never fire</translation>
    </message>
    <message>
        <source>{value} 没有要求答复的来文来电，无从判定</source>
        <translation>{value} brings no message to answer, nothing to judge by</translation>
    </message>
    <message>
        <source>{value} 站有两条过程线</source>
        <translation>station {value} has two traces</translation>
    </message>
    <message>
        <source>{value} 超出 {low} 到 {high}</source>
        <translation>{value} is outside {low} to {high}</translation>
    </message>
    <message>
        <source>“{value}”不在可选之列：{choices}</source>
        <translation>“{value}” is none of: {choices}</translation>
    </message>
    <message>
        <source>不可为空</source>
        <translation>must not be empty</translation>
    </message>
    <message>
        <source>不合 TOML 写法，在第 {column} 列附近</source>
        <translation>not TOML, near column {column}</translation>
    </message>
    <message>
        <source>不是有限的数</source>
        <translation>Not a finite number</translation>
    </message>
    <message>
        <source>不认识这一项；可用的有 {known}</source>
        <translation>unknown entry; known are {known}</translation>
    </message>
    <message>
        <source>想定格式为 {value}，本程序只认 {known}</source>
        <translation>scenario format {value}; this program reads {known} only</translation>
    </message>
    <message>
        <source>文件读不出（须为 UTF-8 文本）：{reason}</source>
        <translation>the file cannot be read (must be UTF-8 text): {reason}</translation>
    </message>
    <message>
        <source>时间须带时区，如 +08:00</source>
        <translation>a time needs its zone, e.g. +08:00</translation>
    </message>
    <message>
        <source>条件互相等待，永不下发：{value}</source>
        <translation>conditions wait for each other and never fire: {value}</translation>
    </message>
    <message>
        <source>没有可据以判定的凭证；至少写 {choices} 之一</source>
        <translation>no evidence to judge by; write at least one of {choices}</translation>
    </message>
    <message>
        <source>没有名为 {value} 的图片</source>
        <translation>no picture named {value}</translation>
    </message>
    <message>
        <source>没有名为 {value} 的系列</source>
        <translation>no series named {value}</translation>
    </message>
    <message>
        <source>没有编号为 {value} 的情况</source>
        <translation>no inject with id {value}</translation>
    </message>
    <message>
        <source>没有这个想定文件</source>
        <translation>There is no such scenario file</translation>
    </message>
    <message>
        <source>第 {0} 行 {1}：{2}</source>
        <translation>line {0}, {1}: {2}</translation>
    </message>
    <message>
        <source>第 {0} 行：{1}</source>
        <translation>line {0}: {1}</translation>
    </message>
    <message>
        <source>第 {number} 点的时间 {value} 不晚于前一点</source>
        <translation>point {number}: time {value} is not after the point before</translation>
    </message>
    <message>
        <source>第 {value} 分钟不在想定时长 {length} 分钟之内</source>
        <translation>minute {value} is not within the scenario's {length} min</translation>
    </message>
    <message>
        <source>类型不对，应为 {wanted}</source>
        <translation>wrong type; expected {wanted}</translation>
    </message>
    <message>
        <source>系列 {value} 在所选时段没有该站的值</source>
        <translation>series {value} has no values of this station in the period</translation>
    </message>
    <message>
        <source>编号 {value} 重复</source>
        <translation>id {value} is used twice</translation>
    </message>
    <message>
        <source>缺少这一项</source>
        <translation>this entry is missing</translation>
    </message>
    <message>
        <source>虚构的想定须在来源中写明“情景构造”</source>
        <translation>the source of a constructed scenario must say “情景构造”</translation>
    </message>
    <message>
        <source>过程线没有点，也没有引用的系列</source>
        <translation>the trace has no points and names no series</translation>
    </message>
</context>
<context>
    <name>ScenarioChoice</name>
    <message>
        <source>GeoTIFF 水深、带水深的面；须注明坐标系与来源</source>
        <translation>GeoTIFF of depth or polygons with depth; CRS and source must be stated</translation>
    </message>
    <message>
        <source>{0:.2f} 亿 m³</source>
        <translation>{0:.2f}×10⁸ m³</translation>
    </message>
    <message>
        <source>不比较</source>
        <translation>No comparison</translation>
    </message>
    <message>
        <source>从本机移除这份外来成果</source>
        <translation>Remove this imported map from this machine</translation>
    </message>
    <message>
        <source>图上仍是 {0}</source>
        <translation>Map still shows {0}</translation>
    </message>
    <message>
        <source>外来成果</source>
        <translation>Imported map</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>尚无成果</source>
        <translation>No result yet</translation>
    </message>
    <message>
        <source>把当前预报过程送进模型，先粗后细；不影响实况</source>
        <translation>Run the present forecast through the model, coarse first; live untouched</translation>
    </message>
    <message>
        <source>按预报过程计算</source>
        <translation>Run the forecast</translation>
    </message>
    <message>
        <source>方案来源</source>
        <translation>Scenario source</translation>
    </message>
    <message>
        <source>洪峰流量</source>
        <translation>Peak flow</translation>
    </message>
    <message>
        <source>淹没 {0:.1f} km²</source>
        <translation>Inundated {0:.1f} km²</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>SeatDesk</name>
    <message>
        <source>重新启动后生效</source>
        <translation>Takes effect after a restart</translation>
    </message>
</context>
<context>
    <name>SecretInput</name>
    <message>
        <source>不忘记</source>
        <translation>Do not forget</translation>
    </message>
    <message>
        <source>保存后忘记</source>
        <translation>forgotten on saving</translation>
    </message>
    <message>
        <source>已保存，不显示；输入即替换</source>
        <translation>Kept, not shown; typing replaces it</translation>
    </message>
    <message>
        <source>必填，未保存</source>
        <translation>Required, not saved</translation>
    </message>
    <message>
        <source>忘记</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>SectionsPanel</name>
    <message>
        <source>{0} {1}：{2}一遍，每班需 {3} 组，完整巡防队 {4}/{5} 支</source>
        <translation>{0} {1}: a round every {2}, {3} groups a shift; full squads {4}/{5}</translation>
    </message>
    <message>
        <source>{0} 段 24 小时内没有手机巡查记录（纸质记录不在此列）</source>
        <translation>{0} sections without a phone patrol within 24 h (paper records not counted)</translation>
    </message>
    <message>
        <source>{0} 段 {1:.1f} km × 每公里 {2:g} 组。{3}（{4}）</source>
        <translation>{0} sections, {1:.1f} km × {2:g} groups per km. {3} ({4})</translation>
    </message>
    <message>
        <source>{0} 段有漏巡，共 {1:.1f} km</source>
        <translation>{0} sections with gaps, {1:.1f} km in all</translation>
    </message>
    <message>
        <source>{0} 段正在巡</source>
        <translation>{0} sections being patrolled</translation>
    </message>
    <message>
        <source>到地图上看这一段（双击漏巡处看该处）</source>
        <translation>This section on the map (double-click a gap to see it)</translation>
    </message>
    <message>
        <source>呼叫 {0}</source>
        <translation>Call {0}</translation>
    </message>
    <message>
        <source>呼叫就近巡防队</source>
        <translation>Call the nearest squad</translation>
    </message>
    <message>
        <source>呼叫巡查人</source>
        <translation>Call the patrol</translation>
    </message>
    <message>
        <source>图上看</source>
        <translation>On map</translation>
    </message>
    <message>
        <source>实况</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>就近巡防队 {0}（{1}/{2} 人在岗）</source>
        <translation>Nearest squad {0} ({1}/{2} on duty)</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>最后一点 {0}，误差 ±{1:.0f} 米</source>
        <translation>last point {0}, error ±{1:.0f} m</translation>
    </message>
    <message>
        <source>最近巡过 {0}</source>
        <translation>Last patrolled {0}</translation>
    </message>
    <message>
        <source>正在巡：{0}</source>
        <translation>Patrolling: {0}</translation>
    </message>
    <message>
        <source>没有责任段，请在 系统·数据 导入路线台账</source>
        <translation>No sections: import the register of routes under System · Data</translation>
    </message>
    <message>
        <source>流量级表中没有 {0} m³/s</source>
        <translation>The tiers hold no {0} m³/s</translation>
    </message>
    <message>
        <source>现在没有手机在巡这一段</source>
        <translation>No phone patrols this section now</translation>
    </message>
    <message>
        <source>给正在巡这一段的人打电话；没有人在巡时给就近巡防队</source>
        <translation>Telephone whoever patrols this section; the nearest squad if nobody does</translation>
    </message>
    <message>
        <source>选一段看漏巡处</source>
        <translation>Choose a section to see its gaps</translation>
    </message>
    <message>
        <source>间隔内全段巡过，没有漏巡</source>
        <translation>All patrolled within the interval, no gaps</translation>
    </message>
    <message>
        <source>，缺 {0} 组</source>
        <translation>, {0} groups short</translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message>
        <source>收起（Esc），已填内容保留</source>
        <translation>Close (Esc); what was typed is kept</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>报告人</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>接报</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>SignBox</name>
    <message>
        <source>{0} {1} 交班签字</source>
        <translation>Outgoing: {0}, {1}</translation>
    </message>
    <message>
        <source>{0} {1} 接班签字</source>
        <translation>Incoming: {0}, {1}</translation>
    </message>
    <message>
        <source>交代与签字</source>
        <translation>Notes and signatures</translation>
    </message>
    <message>
        <source>交代事项</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>交代事项：正在盯什么、答应了谁什么、下一班先做什么</source>
        <translation>Notes: what is being watched, what was promised to whom, what the next watch does first</translation>
    </message>
    <message>
        <source>交班人</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>交班人键入口令后签字（Alt+J）</source>
        <translation>Outgoing signs with passphrase (Alt+J)</translation>
    </message>
    <message>
        <source>交班签字(&amp;J)</source>
        <translation>Sign (&amp;J)</translation>
    </message>
    <message>
        <source>口令不符</source>
        <translation>Wrong passphrase</translation>
    </message>
    <message>
        <source>接班人</source>
        <translation>Incoming</translation>
    </message>
    <message>
        <source>接班人键入口令后签字；两人签完即锁定，席位随之换人（Alt+K）</source>
        <translation>Incoming signs with passphrase; both signed: locked, and the desk changes hands (Alt+K)</translation>
    </message>
    <message>
        <source>接班签字(&amp;K)</source>
        <translation>Sign (&amp;K)</translation>
    </message>
    <message>
        <source>没有两名以上席位用户，不能交接；请导入用户台账</source>
        <translation>Fewer than two desk users: no handover possible. Import the register of users</translation>
    </message>
    <message>
        <source>没有另外交代</source>
        <translation>No further notes</translation>
    </message>
    <message>
        <source>请选定交班人和接班人</source>
        <translation>Choose who goes and who comes</translation>
    </message>
    <message>
        <source>请键入口令</source>
        <translation>Type the passphrase</translation>
    </message>
</context>
<context>
    <name>SignOff</name>
    <message>
        <source>{0} {1} 项</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} {1}，{2}</source>
        <translation>{0} {1}, {2}</translation>
    </message>
    <message>
        <source>{0}（依据：{1}）</source>
        <translation>{0} (basis: {1})</translation>
    </message>
    <message>
        <source>低于规则建议（{0}），理由须说明。</source>
        <translation>Lower than the rules suggest ({0}): say why.</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>尚未低于</source>
        <translation>not yet below</translation>
    </message>
    <message>
        <source>已低于</source>
        <translation>now below</translation>
    </message>
    <message>
        <source>建议来自{0}</source>
        <translation>Proposed because of {0}</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>本单含提请 {0} 项、落实上级命令 {1} 项。</source>
        <translation>Includes {0} requests and {1} acts carrying out superior orders.</translation>
    </message>
    <message>
        <source>终止后转入善后，未办结的任务按上表撤销或保留。</source>
        <translation>Ending leads to the aftermath; open tasks are withdrawn or kept as listed above.</translation>
    </message>
    <message>
        <source>规则仍支持更高等级：{0}。降级须写明理由。</source>
        <translation>The rules still hold a higher level: {0}. Say why it is lowered.</translation>
    </message>
    <message>
        <source>退水降级：实测须低于 {0}（{1}级 {2} 减回差 {3}），现 {4}，{5}。</source>
        <translation>To lower on recession: observed below {0} (level {1} at {2} less {3}); now {4}, {5}.</translation>
    </message>
    <message>
        <source>镇级权限：本单只定本镇响应等级。上级响应由上级启动，本镇向区防汛指挥部提请，接令后转发、落实。</source>
        <translation>Town powers: this sheet sets the town's own level. Higher responses are started above; the town requests them from the district HQ, then forwards and carries out.</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>高于规则建议（{0}），理由须说明。</source>
        <translation>Higher than the rules suggest ({0}): say why.</translation>
    </message>
    <message>
        <source>；暂不下达 {0}：{1}</source>
        <translation>; held back {0}: {1}</translation>
    </message>
</context>
<context>
    <name>SignOffForm</name>
    <message>
        <source>▲ {0} 项任务无人在岗受领</source>
        <translation>▲ {0} tasks: nobody on duty to take them</translation>
    </message>
    <message>
        <source>为什么定这一级（必填）</source>
        <translation>Why this level (required)</translation>
    </message>
    <message>
        <source>会商人</source>
        <translation>Consulted</translation>
    </message>
    <message>
        <source>会商单位、人员</source>
        <translation>Offices and persons consulted</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>拟定等级</source>
        <translation>Level to set</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起，草稿保留（Esc）</source>
        <translation>Close; the draft is kept (Esc)</translation>
    </message>
    <message>
        <source>暂不下达的理由</source>
        <translation>Reason for holding back</translation>
    </message>
    <message>
        <source>未勾选的岗位为什么暂不下达（必填）</source>
        <translation>Why the unticked roles are held back (required)</translation>
    </message>
    <message>
        <source>没有登记有签发权的人</source>
        <translation>Nobody with the right to sign off is registered</translation>
    </message>
    <message>
        <source>流量依据</source>
        <translation>Flow basis</translation>
    </message>
    <message>
        <source>演练 · 签发只在演练内生效</source>
        <translation>Exercise · takes effect in the drill only</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>签发人口令</source>
        <translation>Signer's passphrase</translation>
    </message>
    <message>
        <source>签发到实况：下达 {0} 项、撤销 {1} 项</source>
        <translation>Sign off to live: issue {0}, withdraw {1}</translation>
    </message>
    <message>
        <source>签发到演练：下达 {0} 项、撤销 {1} 项</source>
        <translation>Sign off to drill: issue {0}, withdraw {1}</translation>
    </message>
    <message>
        <source>签发（Ctrl+回车）</source>
        <translation>Sign off (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>请写明暂不下达的理由</source>
        <translation>Say why they are held back</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>请签发人键入口令</source>
        <translation>The signer must type the passphrase</translation>
    </message>
    <message>
        <source>请选择签发人</source>
        <translation>Choose the signer</translation>
    </message>
</context>
<context>
    <name>SignOffSheet</name>
    <message>
        <source>{0} {1} m³/s · 演练，不是实况</source>
        <translation>{0} {1} m³/s · exercise, not live</translation>
    </message>
    <message>
        <source>{0} {1} m³/s · 签发后即为实况</source>
        <translation>{0} {1} m³/s · live once signed off</translation>
    </message>
    <message>
        <source>原依据“{0}”已不在，改按{1}，请核对等级和任务。</source>
        <translation>The former basis ({0}) is gone; now on {1}. Check level and tasks.</translation>
    </message>
    <message>
        <source>受领人</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>口令不对，没有签发。请签发人本人重新键入。</source>
        <translation>Wrong passphrase; nothing was signed off. The signer must type it again.</translation>
    </message>
    <message>
        <source>尚无实测 · 演练，不是实况</source>
        <translation>No reading yet · exercise, not live</translation>
    </message>
    <message>
        <source>尚无实测 · 签发后即为实况</source>
        <translation>No reading yet · live once signed off</translation>
    </message>
    <message>
        <source>签发单</source>
        <translation>Sign-off sheet</translation>
    </message>
    <message>
        <source>签发单（演练）</source>
        <translation>Sign-off sheet (exercise)</translation>
    </message>
    <message>
        <source>选中一项任务，可改受领人</source>
        <translation>Select a task to change its assignee</translation>
    </message>
    <message>
        <source>（不在岗）</source>
        <translation> (off duty)</translation>
    </message>
</context>
<context>
    <name>SignOffTree</name>
    <message>
        <source>{0} · {1} 项</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>▲ 空缺</source>
        <translation>▲ Vacant</translation>
    </message>
    <message>
        <source>▲ 空缺 {0}</source>
        <translation>▲ Vacant {0}</translation>
    </message>
    <message>
        <source>保留 {0} 项（替代它的任务暂不下达）</source>
        <translation>Keep {0} (replacement held back)</translation>
    </message>
    <message>
        <source>受领人</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>岗位 / 任务</source>
        <translation>Role / task</translation>
    </message>
    <message>
        <source>撤销 {0} 项</source>
        <translation>Withdraw {0}</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>暂不下达</source>
        <translation>Hold back</translation>
    </message>
    <message>
        <source>替代：{0}</source>
        <translation>Supersedes: {0}</translation>
    </message>
    <message>
        <source>本级不再要求</source>
        <translation>No longer asked for at this level</translation>
    </message>
    <message>
        <source>由“{0}”替代</source>
        <translation>Superseded by "{0}"</translation>
    </message>
</context>
<context>
    <name>Sl651Words</name>
    <message>
        <source>CRC 校验错误</source>
        <translation>CRC error</translation>
    </message>
    <message>
        <source>不是 BCD 码</source>
        <translation>Not BCD</translation>
    </message>
    <message>
        <source>不是十六进制文本</source>
        <translation>Not hexadecimal text</translation>
    </message>
    <message>
        <source>不是报文：没有帧起始符 7E7E（或 SOH），或报头后没有 STX/SYN</source>
        <translation>Not a frame: no start mark 7E7E (or SOH), or no STX/SYN after the header</translation>
    </message>
    <message>
        <source>不是时间</source>
        <translation>Not a time</translation>
    </message>
    <message>
        <source>包总数与包序号不符</source>
        <translation>Packet number and total disagree</translation>
    </message>
    <message>
        <source>发报时间无效 {about}</source>
        <translation>Time sent invalid {about}</translation>
    </message>
    <message>
        <source>多出不成组的数据 {about}</source>
        <translation>Data left over {about}</translation>
    </message>
    <message>
        <source>报文不完整：应有 {expected} 字节，只有 {found} 字节</source>
        <translation>Frame cut short: {expected} bytes due, only {found}</translation>
    </message>
    <message>
        <source>报文之后多出字节：报文 {expected} 字节，共 {found} 字节</source>
        <translation>Bytes after the frame: frame {expected} bytes, {found} in all</translation>
    </message>
    <message>
        <source>报文之外的 {found} 字节</source>
        <translation>{found} bytes outside any frame</translation>
    </message>
    <message>
        <source>报文长度为零</source>
        <translation>Frame length zero</translation>
    </message>
    <message>
        <source>报文长度所指处没有结束符</source>
        <translation>No end mark where the length points</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>正文不完整</source>
        <translation>Text incomplete</translation>
    </message>
    <message>
        <source>正文是另一测站 {about} 的</source>
        <translation>Text is of another station, {about}</translation>
    </message>
    <message>
        <source>正文没有遥测站地址</source>
        <translation>Text without station address</translation>
    </message>
    <message>
        <source>没有内容</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>没有有效的时间步长 {about}</source>
        <translation>No valid time step {about}</translation>
    </message>
    <message>
        <source>要素 {about} 的数据定义与规定长度不符，按规定长度读</source>
        <translation>Element {about}: definition differs from the prescribed length, read as prescribed</translation>
    </message>
    <message>
        <source>要素 {about} 的观测时间是时段末，按时段末读</source>
        <translation>Element {about}: time observed is the end of the period, read so</translation>
    </message>
    <message>
        <source>要素 {about} 长度超出正文</source>
        <translation>Element {about} runs beyond the text</translation>
    </message>
    <message>
        <source>观测时间无效 {about}</source>
        <translation>Time observed invalid {about}</translation>
    </message>
    <message>
        <source>读不懂的内容 {about}</source>
        <translation>Unreadable content {about}</translation>
    </message>
</context>
<context>
    <name>SoundButton</name>
    <message>
        <source>声音与播报设置…</source>
        <translation>Sound and speech settings…</translation>
    </message>
    <message>
        <source>声音已关</source>
        <translation>Sound off</translation>
    </message>
    <message>
        <source>恢复声音</source>
        <translation>Sound on</translation>
    </message>
    <message>
        <source>报警声音</source>
        <translation>Alarm sound</translation>
    </message>
    <message>
        <source>报警声音：静音有时限，必达报警仍会响</source>
        <translation>Alarm sound: muting is for a time, must-pass alarms still sound</translation>
    </message>
    <message>
        <source>无声</source>
        <translation>No sound</translation>
    </message>
    <message>
        <source>静音 {0} 分钟</source>
        <translation>Mute for {0} min</translation>
    </message>
    <message>
        <source>静音至 {0}</source>
        <translation>Muted until {0}</translation>
    </message>
</context>
<context>
    <name>SoundTab</name>
    <message>
        <source>响一次高优先级提示音并播报一句，静音时也响</source>
        <translation>Sounds the high tone and speaks a sentence, even when muted</translation>
    </message>
    <message>
        <source>按优先级响提示音(&amp;T)</source>
        <translation>&amp;Tone by priority</translation>
    </message>
    <message>
        <source>提示音</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>播报</source>
        <translation>Spoken</translation>
    </message>
    <message>
        <source>试听(&amp;L)</source>
        <translation>&amp;Listen</translation>
    </message>
    <message>
        <source>语音播报报警(&amp;S)</source>
        <translation>&amp;Speak alarms</translation>
    </message>
    <message>
        <source>音量(&amp;V)</source>
        <translation>&amp;Volume</translation>
    </message>
    <message>
        <source>高优先级未确认时重复提示；确认即停。静音在报警单上设，最长 30 分钟，必达报警会解除静音。演练时每次先响演练提示音，播报以“演练”开头。报警窗口不抢焦点。</source>
        <translation>High alarms repeat until acknowledged. Mute on the alarm list, 30 min at most; a must-pass alarm ends it. In a drill, its own tone comes first and speech begins with “Exercise”. Alarm windows never take the focus.</translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>可播报（{0} · {1}）</source>
        <translation>Can speak ({0} · {1})</translation>
    </message>
    <message>
        <source>有扬声器</source>
        <translation>Loudspeaker present</translation>
    </message>
    <message>
        <source>本机没有声音组件，报警听不到</source>
        <translation>No sound component here: alarms cannot be heard</translation>
    </message>
    <message>
        <source>本机没有扬声器，报警听不到</source>
        <translation>No loudspeaker here: alarms cannot be heard</translation>
    </message>
    <message>
        <source>没有可用的语音引擎，只响提示音；Linux 可装 speech-dispatcher 和 espeak-ng</source>
        <translation>No speech engine: tone only; on Linux install speech-dispatcher and espeak-ng</translation>
    </message>
    <message>
        <source>没有语音组件，只响提示音</source>
        <translation>No speech component: tone only</translation>
    </message>
    <message>
        <source>语音引擎 {0} 没有中文嗓音，只响提示音</source>
        <translation>Speech engine {0} has no Chinese voice: tone only</translation>
    </message>
</context>
<context>
    <name>SpokenWords</name>
    <message>
        <source>{0}，请会商审定</source>
        <translation>{0}. Please confer and sign off</translation>
    </message>
    <message>
        <source>一级</source>
        <translation>level one</translation>
    </message>
    <message>
        <source>三级</source>
        <translation>level three</translation>
    </message>
    <message>
        <source>二级</source>
        <translation>level two</translation>
    </message>
    <message>
        <source>四级</source>
        <translation>level four</translation>
    </message>
    <message>
        <source>已启动{0}应急响应</source>
        <translation>{0} emergency response has started</translation>
    </message>
    <message>
        <source>应急响应已提升至{0}</source>
        <translation>The emergency response has been raised to {0}</translation>
    </message>
    <message>
        <source>应急响应已终止</source>
        <translation>The emergency response has ended</translation>
    </message>
    <message>
        <source>应急响应已降至{0}</source>
        <translation>The emergency response has been lowered to {0}</translation>
    </message>
    <message>
        <source>无响应</source>
        <translation>no response</translation>
    </message>
    <message>
        <source>来文来电，{0}，{1}</source>
        <translation>Message, {0}, from {1}</translation>
    </message>
    <message>
        <source>水情已达{0}响应标准</source>
        <translation>The river has reached the standard for a {0} response</translation>
    </message>
    <message>
        <source>水情已降至{0}响应标准</source>
        <translation>The river has fallen to the standard for a {0} response</translation>
    </message>
    <message>
        <source>水情已降至响应标准以下</source>
        <translation>The river has fallen below every response standard</translation>
    </message>
    <message>
        <source>演练开始，{0}</source>
        <translation>Exercise begins. {0}</translation>
    </message>
    <message>
        <source>演练恢复</source>
        <translation>Exercise resumed</translation>
    </message>
    <message>
        <source>演练暂停</source>
        <translation>Exercise paused</translation>
    </message>
    <message>
        <source>演练结束</source>
        <translation>End of exercise</translation>
    </message>
    <message>
        <source>演练继续，{0}</source>
        <translation>Exercise continues. {0}</translation>
    </message>
    <message>
        <source>演练，{0}</source>
        <translation>Exercise. {0}</translation>
    </message>
</context>
<context>
    <name>StationsPage</name>
    <message>
        <source>{0} 站</source>
        <translation>{0} stations</translation>
    </message>
    <message>
        <source>{0} 站两源不一致</source>
        <translation>{0} with differing sources</translation>
    </message>
    <message>
        <source>{0} 站超时效</source>
        <translation>{0} overdue</translation>
    </message>
    <message>
        <source>两源不一致</source>
        <translation>Sources differ</translation>
    </message>
    <message>
        <source>报汛记录</source>
        <translation>Readings</translation>
    </message>
    <message>
        <source>报汛记录 · {0}</source>
        <translation>Readings · {0}</translation>
    </message>
    <message>
        <source>更正选中的报汛（Ctrl+E）</source>
        <translation>Amend the chosen reading (Ctrl+E)</translation>
    </message>
    <message>
        <source>最近 {0} 次</source>
        <translation>Last {0}</translation>
    </message>
    <message>
        <source>没有登记测站：在“系统”页导入测站台账</source>
        <translation>No stations: import the register of stations on the System page</translation>
    </message>
    <message>
        <source>河段示意：点站名选站，左右键换站</source>
        <translation>Reach: click a station to choose it, ← → to move</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>测站没有登记传播时间，画不出河段</source>
        <translation>No travel times registered: the reach cannot be drawn</translation>
    </message>
    <message>
        <source>该站尚无报汛</source>
        <translation>No readings of this station yet</translation>
    </message>
</context>
<context>
    <name>StepDetail</name>
    <message>
        <source>{0} m</source>
        <translation>{0} m</translation>
    </message>
    <message>
        <source>{0} m³/s</source>
        <translation>{0} m³/s</translation>
    </message>
    <message>
        <source>{0} {1} 行</source>
        <translation>{0}, {1} rows</translation>
    </message>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 等 {1} 项</source>
        <translation>{0} and others, {1} in all</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Escalate</translation>
    </message>
    <message>
        <source>上级命令终止</source>
        <translation>Superior order ended</translation>
    </message>
    <message>
        <source>下令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>下发方式</source>
        <translation>Fired</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>主要依据</source>
        <translation>Rests on</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>事件办理</source>
        <translation>Report handled</translation>
    </message>
    <message>
        <source>事件并案</source>
        <translation>Reports merged</translation>
    </message>
    <message>
        <source>事件归档</source>
        <translation>Reports filed</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>交代事项</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>交接时间</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>交接班签字</source>
        <translation>Handover signed</translation>
    </message>
    <message>
        <source>交班人</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>交班签字时间</source>
        <translation>Outgoing signed at</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>人员情况</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人工报汛</source>
        <translation>Manual reading</translation>
    </message>
    <message>
        <source>代替</source>
        <translation>In place of</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>任务办理</source>
        <translation>Task moved</translation>
    </message>
    <message>
        <source>优先级</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>会商</source>
        <translation>Consulted</translation>
    </message>
    <message>
        <source>会商决定</source>
        <translation>Briefing decision</translation>
    </message>
    <message>
        <source>会商开始</source>
        <translation>Briefing begins</translation>
    </message>
    <message>
        <source>会商研判</source>
        <translation>Briefing discussion</translation>
    </message>
    <message>
        <source>会商签字</source>
        <translation>Briefing signed</translation>
    </message>
    <message>
        <source>会商结束</source>
        <translation>Briefing over</translation>
    </message>
    <message>
        <source>会商表态</source>
        <translation>Briefing poll</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>依据到第几条记录</source>
        <translation>Made after step</translation>
    </message>
    <message>
        <source>值班记事</source>
        <translation>Note of the watch</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>停用时间</source>
        <translation>Revoked at</translation>
    </message>
    <message>
        <source>公开发布</source>
        <translation>Public issue</translation>
    </message>
    <message>
        <source>关联事项</source>
        <translation>About</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>决定人</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>决定内容</source>
        <translation>Decision in words</translation>
    </message>
    <message>
        <source>决定时间</source>
        <translation>Decided at</translation>
    </message>
    <message>
        <source>冻结于第几条记录</source>
        <translation>Frozen after step</translation>
    </message>
    <message>
        <source>冻结时间</source>
        <translation>Frozen at</translation>
    </message>
    <message>
        <source>凭口令签字</source>
        <translation>Signed with passphrase</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>出处摘要</source>
        <translation>Provenance digest</translation>
    </message>
    <message>
        <source>制作时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>办理人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>区间覆盖率</source>
        <translation>Band coverage</translation>
    </message>
    <message>
        <source>印发人</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>印发文件</source>
        <translation>Document issued</translation>
    </message>
    <message>
        <source>印发时间</source>
        <translation>Issued at</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>发令单位</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>发出时间</source>
        <translation>Sent at</translation>
    </message>
    <message>
        <source>发布时间</source>
        <translation>Issued at</translation>
    </message>
    <message>
        <source>发现时间</source>
        <translation>Time found</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>受领人</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>叫应次序</source>
        <translation>Order of the ladder</translation>
    </message>
    <message>
        <source>召集人</source>
        <translation>Called by</translation>
    </message>
    <message>
        <source>召集时间</source>
        <translation>Called at</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>台账更新</source>
        <translation>Register replaced</translation>
    </message>
    <message>
        <source>各级等待（秒）</source>
        <translation>Wait on each rung (s)</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>回传未采纳</source>
        <translation>Phone's report not accepted</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>回复人</source>
        <translation>Answered by</translation>
    </message>
    <message>
        <source>回复时间</source>
        <translation>Answered at</translation>
    </message>
    <message>
        <source>回复期限</source>
        <translation>Answer due</translation>
    </message>
    <message>
        <source>回复来文来电</source>
        <translation>Message answered</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Realm</translation>
    </message>
    <message>
        <source>基面</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>处置后照片</source>
        <translation>Photos after</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>复核推送</source>
        <translation>Approve pushes</translation>
    </message>
    <message>
        <source>复核通过</source>
        <translation>Second check passed</translation>
    </message>
    <message>
        <source>大小（字节）</source>
        <translation>Size (bytes)</translation>
    </message>
    <message>
        <source>安全计时</source>
        <translation>Welfare timer</translation>
    </message>
    <message>
        <source>安全计时结束</source>
        <translation>Welfare timer ended</translation>
    </message>
    <message>
        <source>完成数</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>定位方式</source>
        <translation>Located by</translation>
    </message>
    <message>
        <source>定位误差</source>
        <translation>Position error</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>宽</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>Other end</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>导调信息</source>
        <translation>Inject</translation>
    </message>
    <message>
        <source>导调信息编号</source>
        <translation>Inject id</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>工程类别</source>
        <translation>Kind of works</translation>
    </message>
    <message>
        <source>已做</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Acked</translation>
    </message>
    <message>
        <source>已采取措施</source>
        <translation>Measures taken</translation>
    </message>
    <message>
        <source>平安</source>
        <translation>Safe</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Merged into</translation>
    </message>
    <message>
        <source>应完成数</source>
        <translation>To be done</translation>
    </message>
    <message>
        <source>应答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>建议等次</source>
        <translation>Suggested grade</translation>
    </message>
    <message>
        <source>开始巡查</source>
        <translation>Patrol started</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>录像</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>录像存证</source>
        <translation>Recording kept</translation>
    </message>
    <message>
        <source>录入预报</source>
        <translation>Enter forecast</translation>
    </message>
    <message>
        <source>征求岗位</source>
        <translation>Roles asked</translation>
    </message>
    <message>
        <source>待复核值</source>
        <translation>Value to check</translation>
    </message>
    <message>
        <source>恢复搁置</source>
        <translation>Alarm unshelved</translation>
    </message>
    <message>
        <source>情景构造</source>
        <translation>Constructed</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>手机停用</source>
        <translation>Phone revoked</translation>
    </message>
    <message>
        <source>手机登记</source>
        <translation>Phone enrolled</translation>
    </message>
    <message>
        <source>报告人</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>报平安</source>
        <translation>Reported safe</translation>
    </message>
    <message>
        <source>报平安间隔</source>
        <translation>Safe every</translation>
    </message>
    <message>
        <source>报汛</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>报汛复核</source>
        <translation>Second check</translation>
    </message>
    <message>
        <source>报汛待复核</source>
        <translation>Reading to check</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>报警停用</source>
        <translation>Alarm service</translation>
    </message>
    <message>
        <source>报警办结</source>
        <translation>Alarm closed</translation>
    </message>
    <message>
        <source>拍摄时间</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>拒收行数</source>
        <translation>Rows refused</translation>
    </message>
    <message>
        <source>拟交接班</source>
        <translation>Handover prepared</translation>
    </message>
    <message>
        <source>拟推送</source>
        <translation>Push drafted</translation>
    </message>
    <message>
        <source>拟稿</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>拟稿时间</source>
        <translation>Drafted at</translation>
    </message>
    <message>
        <source>接上级命令</source>
        <translation>Superior order</translation>
    </message>
    <message>
        <source>接事件</source>
        <translation>Report received</translation>
    </message>
    <message>
        <source>接收人</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>接收范围</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>接班人</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>接班签字时间</source>
        <translation>Incoming signed at</translation>
    </message>
    <message>
        <source>接通情况</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>推送未通过</source>
        <translation>Push refused</translation>
    </message>
    <message>
        <source>搁置报警</source>
        <translation>Alarm shelved</translation>
    </message>
    <message>
        <source>撤回推送</source>
        <translation>Push retracted</translation>
    </message>
    <message>
        <source>撤回正文</source>
        <translation>Retract text</translation>
    </message>
    <message>
        <source>撤回预报</source>
        <translation>Withdraw forecast</translation>
    </message>
    <message>
        <source>撤离时钟</source>
        <translation>Evacuation clock</translation>
    </message>
    <message>
        <source>撤离登记</source>
        <translation>Whereabouts logged</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>收发时间</source>
        <translation>Sent or received</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>时长（秒）</source>
        <translation>Duration (s)</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>智能石头</source>
        <translation>Smart stones</translation>
    </message>
    <message>
        <source>更正事件</source>
        <translation>Report amended</translation>
    </message>
    <message>
        <source>更正报汛</source>
        <translation>Amend reading</translation>
    </message>
    <message>
        <source>更正次数</source>
        <translation>Amendments</translation>
    </message>
    <message>
        <source>最早路断</source>
        <translation>Cut off since</translation>
    </message>
    <message>
        <source>最近报平安</source>
        <translation>Last safe</translation>
    </message>
    <message>
        <source>未办结事项</source>
        <translation>Open items</translation>
    </message>
    <message>
        <source>未采纳原因</source>
        <translation>Why not accepted</translation>
    </message>
    <message>
        <source>本台预报</source>
        <translation>Desk forecast</translation>
    </message>
    <message>
        <source>本班变化</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>本班自</source>
        <translation>Watch since</translation>
    </message>
    <message>
        <source>本班自第几条记录</source>
        <translation>Watch since step</translation>
    </message>
    <message>
        <source>来件</source>
        <translation>Inward</translation>
    </message>
    <message>
        <source>来文来电</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>查看个人信息</source>
        <translation>See personal data</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>案件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>水位</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>水情依据</source>
        <translation>Water from</translation>
    </message>
    <message>
        <source>求助时间</source>
        <translation>Help called</translation>
    </message>
    <message>
        <source>派船接应</source>
        <translation>Boat pickups</translation>
    </message>
    <message>
        <source>流量</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>演练开始</source>
        <translation>Drill begins</translation>
    </message>
    <message>
        <source>演练时钟</source>
        <translation>Drill clock</translation>
    </message>
    <message>
        <source>演练结束</source>
        <translation>End of exercise</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll-call</translation>
    </message>
    <message>
        <source>点名应答</source>
        <translation>Roll-call answer</translation>
    </message>
    <message>
        <source>点名时间</source>
        <translation>Called at</translation>
    </message>
    <message>
        <source>点名结束</source>
        <translation>Roll-call ended</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>现场呼入</source>
        <translation>Call in</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>生成时间</source>
        <translation>Raised at</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>登记叫应</source>
        <translation>Receipt logged</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Enrolled at</translation>
    </message>
    <message>
        <source>研判意见</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>确认报警</source>
        <translation>Alarm acknowledged</translation>
    </message>
    <message>
        <source>确认险情</source>
        <translation>Confirm incident</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>签字人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>签字时间</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <source>签阅人</source>
        <translation>Noted by</translation>
    </message>
    <message>
        <source>签阅时间</source>
        <translation>Noted at</translation>
    </message>
    <message>
        <source>签阅来文来电</source>
        <translation>Message noted</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Lat.</translation>
    </message>
    <message>
        <source>终止时间</source>
        <translation>Ended at</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Lon.</translation>
    </message>
    <message>
        <source>经由</source>
        <translation>By</translation>
    </message>
    <message>
        <source>经验教训</source>
        <translation>Lessons</translation>
    </message>
    <message>
        <source>结束巡查</source>
        <translation>Patrol ended</translation>
    </message>
    <message>
        <source>结束说明</source>
        <translation>Reason for the end</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>缺测站</source>
        <translation>Stations missing</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grids</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>至</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>补充照片</source>
        <translation>Photos added</translation>
    </message>
    <message>
        <source>表态</source>
        <translation>Vote</translation>
    </message>
    <message>
        <source>表态时间</source>
        <translation>Voted at</translation>
    </message>
    <message>
        <source>表态途径</source>
        <translation>Voted from</translation>
    </message>
    <message>
        <source>视频呼叫</source>
        <translation>Video call</translation>
    </message>
    <message>
        <source>视频接通情况</source>
        <translation>Video connection</translation>
    </message>
    <message>
        <source>视频结束</source>
        <translation>Video ended</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>议程问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>议题</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>责任段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>质量</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>资料截至</source>
        <translation>Data to</translation>
    </message>
    <message>
        <source>走到比例</source>
        <translation>Share walked</translation>
    </message>
    <message>
        <source>越过的阈值</source>
        <translation>Threshold crossed</translation>
    </message>
    <message>
        <source>路程（米）</source>
        <translation>Distance (m)</translation>
    </message>
    <message>
        <source>轨迹点</source>
        <translation>Track points</translation>
    </message>
    <message>
        <source>转为平时任务</source>
        <translation>Peacetime task</translation>
    </message>
    <message>
        <source>轮次</source>
        <translation>Rounds</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>销号时间</source>
        <translation>Closed at</translation>
    </message>
    <message>
        <source>队伍</source>
        <translation>Squads</translation>
    </message>
    <message>
        <source>限时（分钟）</source>
        <translation>Limit (min)</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>险情代码</source>
        <translation>Incident code</translation>
    </message>
    <message>
        <source>险情处置</source>
        <translation>Incident handled</translation>
    </message>
    <message>
        <source>险情续报</source>
        <translation>Incident follow-up</translation>
    </message>
    <message>
        <source>险情销号</source>
        <translation>Close incident</translation>
    </message>
    <message>
        <source>随机种子</source>
        <translation>Random seed</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>预报时间</source>
        <translation>Forecast for</translation>
    </message>
    <message>
        <source>预案指令</source>
        <translation>Plan instructions</translation>
    </message>
    <message>
        <source>高</source>
        <translation>Height</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人员、队伍编号，用分号隔开</source>
        <translation>ids of people and squads, by semicolons</translation>
    </message>
    <message>
        <source>任何场景</source>
        <translation>Any realm</translation>
    </message>
    <message>
        <source>只在实况</source>
        <translation>Live only</translation>
    </message>
    <message>
        <source>只在演练</source>
        <translation>Drill only</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>图层 {0} 个</source>
        <translation>{0} layers</translation>
    </message>
    <message>
        <source>地图范围 {0:.4f}, {1:.4f}，缩放 {2:g}</source>
        <translation>Map at {0:.4f}, {1:.4f}, zoom {2:g}</translation>
    </message>
    <message>
        <source>地图范围、图层、选中对象、推演流量取此刻的（Alt+V）</source>
        <translation>Take map extent, layers, selection and what-if flow as they are now (Alt+V)</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Realm</translation>
    </message>
    <message>
        <source>实况；或 22000</source>
        <translation>live; or 22000</translation>
    </message>
    <message>
        <source>工作区</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>推演流量</source>
        <translation>What-if flow</translation>
    </message>
    <message>
        <source>推演流量写成数字，不超过 {0}</source>
        <translation>Write the what-if flow as a number, {0} at most</translation>
    </message>
    <message>
        <source>提词</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>改用当前画面(&amp;V)</source>
        <translation>Take present &amp;view</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Time, s</translation>
    </message>
    <message>
        <source>用时写成秒数</source>
        <translation>Write the time in seconds</translation>
    </message>
    <message>
        <source>英文名称</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>英文提词</source>
        <translation>English prompt</translation>
    </message>
    <message>
        <source>计划用时，秒</source>
        <translation>Planned time, s</translation>
    </message>
    <message>
        <source>该工作区的页签，可不填</source>
        <translation>Tab of the workspace (optional)</translation>
    </message>
    <message>
        <source>请写名称</source>
        <translation>Give a name</translation>
    </message>
    <message>
        <source>页签</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>{0} 人</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>{0} 件事件并入：{1}</source>
        <translation>{0} reports merged into: {1}</translation>
    </message>
    <message>
        <source>{0} 件事件归入 {1}</source>
        <translation>{0} reports filed under {1}</translation>
    </message>
    <message>
        <source>{0} 前回复</source>
        <translation>answer by {0}</translation>
    </message>
    <message>
        <source>{0} 开始巡查 {1}</source>
        <translation>{0} started patrol of {1}</translation>
    </message>
    <message>
        <source>{0} 户/人</source>
        <translation>{0} people or households</translation>
    </message>
    <message>
        <source>{0} 接班</source>
        <translation>{0} took over the watch</translation>
    </message>
    <message>
        <source>{0} 流量 {1} m³/s</source>
        <translation>{0} flow {1} m³/s</translation>
    </message>
    <message>
        <source>{0} 的回传未能采纳（{1}）：{2}</source>
        <translation>From {0}, not accepted ({1}): {2}</translation>
    </message>
    <message>
        <source>{0} 等 {1} 人</source>
        <translation>{0} … {1} people in all</translation>
    </message>
    <message>
        <source>{0} 等 {1} 项</source>
        <translation>{0} and others, {1} in all</translation>
    </message>
    <message>
        <source>{0} 结束巡查 {1}：{2:.1f} km，走到 {3:.0%}</source>
        <translation>{0} ended patrol of {1}: {2:.1f} km, {3:.0%} walked</translation>
    </message>
    <message>
        <source>{0} 行，</source>
        <translation>{0} rows taken, </translation>
    </message>
    <message>
        <source>{0}经{1}：{2}</source>
        <translation>{0} · {1}: {2}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>上级命令终止：{0}</source>
        <translation>Superior order ended: {0}</translation>
    </message>
    <message>
        <source>下令：{0} → {1}</source>
        <translation>Order: {0} → {1}</translation>
    </message>
    <message>
        <source>下发导调信息（{1}）：{0}</source>
        <translation>Inject fired ({1}): {0}</translation>
    </message>
    <message>
        <source>不下发导调信息（{1}）：{0}</source>
        <translation>Inject withheld ({1}): {0}</translation>
    </message>
    <message>
        <source>不再跳变</source>
        <translation>No longer chattering</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Med.</translation>
    </message>
    <message>
        <source>事件 {0} 件：{1}</source>
        <translation>Reports ({0}): {1}</translation>
    </message>
    <message>
        <source>事件须有文字说明</source>
        <translation>A report needs a description</translation>
    </message>
    <message>
        <source>交接班已签字，不能再改</source>
        <translation>The handover is signed and cannot be changed</translation>
    </message>
    <message>
        <source>交接班签字：{0}</source>
        <translation>Handover signed: {0}</translation>
    </message>
    <message>
        <source>交班人和接班人不能是同一人</source>
        <translation>Nobody can hand over to himself</translation>
    </message>
    <message>
        <source>交班签字：{0}</source>
        <translation>Outgoing watch signed: {0}</translation>
    </message>
    <message>
        <source>任务已不在清单中</source>
        <translation>The task is no longer in the list</translation>
    </message>
    <message>
        <source>会商决定{0}：{1}</source>
        <translation>Briefing decides {0}: {1}</translation>
    </message>
    <message>
        <source>会商冻结的情况还没有发生，请重新召集</source>
        <translation>The frozen situation has not happened yet; please call the briefing again</translation>
    </message>
    <message>
        <source>会商已作出决定，不再表态</source>
        <translation>The briefing has decided; the poll is closed</translation>
    </message>
    <message>
        <source>会商已结束，记录不能再改</source>
        <translation>The briefing is over; its record cannot be changed</translation>
    </message>
    <message>
        <source>会商开始：{0}，议题 {1}</source>
        <translation>Briefing begins: {0}; motion: {1}</translation>
    </message>
    <message>
        <source>会商研判 {0}：{1}</source>
        <translation>Briefing on {0}: {1}</translation>
    </message>
    <message>
        <source>会商签字：{0} {1}</source>
        <translation>Briefing signed: {0} {1}</translation>
    </message>
    <message>
        <source>会商结束：{0}</source>
        <translation>Briefing over: {0}</translation>
    </message>
    <message>
        <source>会商表态 {0} {1}：{2}</source>
        <translation>Briefing poll, {0} {1}: {2}</translation>
    </message>
    <message>
        <source>会商还没有作出决定</source>
        <translation>The briefing has not decided yet</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>值班席</source>
        <translation>Duty desk</translation>
    </message>
    <message>
        <source>再次报警</source>
        <translation>Alarm again</translation>
    </message>
    <message>
        <source>加重</source>
        <translation>Worse</translation>
    </message>
    <message>
        <source>印发{0} {1}《{2}》</source>
        <translation>Issued {0} {1} “{2}”</translation>
    </message>
    <message>
        <source>去文去电·{0} {1}：{2}</source>
        <translation>Out · {0} {1}: {2}</translation>
    </message>
    <message>
        <source>反复跳变，列入检修</source>
        <translation>Chattering, on the repair list</translation>
    </message>
    <message>
        <source>只有交班人和接班人可以签字</source>
        <translation>Only the outgoing and the incoming watch can sign</translation>
    </message>
    <message>
        <source>只能并入未办结的事件，且至少两件</source>
        <translation>Only open reports can be merged, at least two</translation>
    </message>
    <message>
        <source>台账 {0} 更新：{1}拒收 {2} 行（{3}）</source>
        <translation>Register {0}: {1}{2} refused ({3})</translation>
    </message>
    <message>
        <source>四乱案件 {0}</source>
        <translation>Illegal-use case {0}</translation>
    </message>
    <message>
        <source>回传 {0}·{1}：{2}</source>
        <translation>Report {0} · {1}: {2}</translation>
    </message>
    <message>
        <source>回复 {0}：{1}</source>
        <translation>Answer to {0}: {1}</translation>
    </message>
    <message>
        <source>回放只读，按 F12 或 Esc 回到实况</source>
        <translation>Replay is read-only; F12 or Esc goes back to live</translation>
    </message>
    <message>
        <source>地块</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>场景不同：实况与演练互不写入</source>
        <translation>Another realm: live and drill never write into each other</translation>
    </message>
    <message>
        <source>坝岸</source>
        <translation>Spurs</translation>
    </message>
    <message>
        <source>复核并发出推送：{0}</source>
        <translation>Push approved and sent: {0}</translation>
    </message>
    <message>
        <source>复核未通过，不采用</source>
        <translation>Second check failed, not adopted</translation>
    </message>
    <message>
        <source>复核通过，采用人工报汛</source>
        <translation>Second check passed, reading adopted</translation>
    </message>
    <message>
        <source>安全计时结束</source>
        <translation>Welfare timer ended</translation>
    </message>
    <message>
        <source>安全计时须有队伍和间隔</source>
        <translation>A welfare timer needs a squad and an interval</translation>
    </message>
    <message>
        <source>安全计时：{0} {1}，每 {2} 分钟报平安</source>
        <translation>Welfare timer: {0} {1}, safe every {2} min</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelters</translation>
    </message>
    <message>
        <source>导调组</source>
        <translation>Exercise control</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>已有人签字，决定不能再改</source>
        <translation>Somebody has signed; the decision cannot be changed</translation>
    </message>
    <message>
        <source>已有更新的本台预报</source>
        <translation>There is a newer desk forecast</translation>
    </message>
    <message>
        <source>席位用户</source>
        <translation>Desk users</translation>
    </message>
    <message>
        <source>底图</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>当前状态不能这样办理，列表已更新，请重选</source>
        <translation>Not possible in its present state; the list is fresh, choose again</translation>
    </message>
    <message>
        <source>录入人不能复核自己的值，请第二人确认</source>
        <translation>Nobody checks their own entry: a second person must confirm</translation>
    </message>
    <message>
        <source>录入预报：{0} {1} m³/s，{2}</source>
        <translation>Forecast entered: {0} {1} m³/s, {2}</translation>
    </message>
    <message>
        <source>待复核：{0} {1}（越过阈值，须第二人确认）</source>
        <translation>To be checked: {0} {1} (crosses a threshold, a second person must confirm)</translation>
    </message>
    <message>
        <source>恢复搁置的报警：{0}</source>
        <translation>Alarm unshelved: {0}</translation>
    </message>
    <message>
        <source>恢复正常</source>
        <translation>Returned to normal</translation>
    </message>
    <message>
        <source>情景构造</source>
        <translation>Constructed</translation>
    </message>
    <message>
        <source>手机停用：{0}</source>
        <translation>Phone revoked: {0}</translation>
    </message>
    <message>
        <source>手机登记：{0}（{1}）</source>
        <translation>Phone enrolled: {0} ({1})</translation>
    </message>
    <message>
        <source>报平安</source>
        <translation>Reported safe</translation>
    </message>
    <message>
        <source>报汛时效</source>
        <translation>Reading due</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>报警停用：{0}</source>
        <translation>Alarm out of service: {0}</translation>
    </message>
    <message>
        <source>报警办结：{0}</source>
        <translation>Alarm closed: {0}</translation>
    </message>
    <message>
        <source>报警定义</source>
        <translation>Definitions</translation>
    </message>
    <message>
        <source>报警恢复启用：{0}</source>
        <translation>Alarm back in service: {0}</translation>
    </message>
    <message>
        <source>报警无变化</source>
        <translation>No change of alarms</translation>
    </message>
    <message>
        <source>报警条件仍在，不能办结</source>
        <translation>The condition still holds: cannot be closed</translation>
    </message>
    <message>
        <source>报警结束</source>
        <translation>Alarm ended</translation>
    </message>
    <message>
        <source>拟交接班：{0} → {1}，未办结 {2} 项</source>
        <translation>Handover prepared: {0} → {1}, {2} open items</translation>
    </message>
    <message>
        <source>拟推送“{0}”，{1} 人</source>
        <translation>Push drafted "{0}", {1} people</translation>
    </message>
    <message>
        <source>拟稿人不能复核自己的推送</source>
        <translation>The author cannot approve their own push</translation>
    </message>
    <message>
        <source>指令须有内容和受领人</source>
        <translation>An order needs content and an assignee</translation>
    </message>
    <message>
        <source>按工况抑制</source>
        <translation>Suppressed by mode</translation>
    </message>
    <message>
        <source>接 {0} 命令：{1}</source>
        <translation>Order from {0}: {1}</translation>
    </message>
    <message>
        <source>接班签字：{0}</source>
        <translation>Incoming watch signed: {0}</translation>
    </message>
    <message>
        <source>推送尚未发出</source>
        <translation>The push has not been sent</translation>
    </message>
    <message>
        <source>推送未通过：{0}</source>
        <translation>Push refused: {0}</translation>
    </message>
    <message>
        <source>推送模板</source>
        <translation>Push templates</translation>
    </message>
    <message>
        <source>推送状态已变，不能再办理</source>
        <translation>The push has changed state; no longer possible</translation>
    </message>
    <message>
        <source>推送须有正文、撤回正文和接收人</source>
        <translation>A push needs text, retract text and recipients</translation>
    </message>
    <message>
        <source>搁置报警至 {1}：{0}</source>
        <translation>Alarm shelved until {1}: {0}</translation>
    </message>
    <message>
        <source>搁置须在 24 小时以内</source>
        <translation>Shelving is for 24 h at most</translation>
    </message>
    <message>
        <source>撤回{0}预报：{1}</source>
        <translation>Forecast for {0} withdrawn: {1}</translation>
    </message>
    <message>
        <source>撤回推送：{0}</source>
        <translation>Push retracted: {0}</translation>
    </message>
    <message>
        <source>撤销并案，重新核实</source>
        <translation>Split off again, to verify anew</translation>
    </message>
    <message>
        <source>智能石头</source>
        <translation>Smart stones</translation>
    </message>
    <message>
        <source>智能石头 {0}：{1}</source>
        <translation>Smart stone {0}: {1}</translation>
    </message>
    <message>
        <source>更正 {0} {1}：{2}</source>
        <translation>Amended {0} {1}: {2}</translation>
    </message>
    <message>
        <source>更正事件：{0}</source>
        <translation>Report amended: {0}</translation>
    </message>
    <message>
        <source>未能办理（{0}）</source>
        <translation>Not done ({0})</translation>
    </message>
    <message>
        <source>本台预报：{0} {1} 前后 {2} m³/s（{3}–{4}）</source>
        <translation>Desk forecast: {0} {2} m³/s ({3}–{4}) about {1}</translation>
    </message>
    <message>
        <source>本台预报：{0} 无法作出</source>
        <translation>Desk forecast: none can be made for {0}</translation>
    </message>
    <message>
        <source>来文来电·{0} {1}：{2}</source>
        <translation>In · {0} {1}: {2}</translation>
    </message>
    <message>
        <source>查看个人信息 {0}：{1}</source>
        <translation>Personal data seen, {0}: {1}</translation>
    </message>
    <message>
        <source>此人不在这次推送的接收人之列</source>
        <translation>This person is no recipient of the push</translation>
    </message>
    <message>
        <source>水位 {0} m {1}</source>
        <translation>stage {0} m {1}</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Calls for help</translation>
    </message>
    <message>
        <source>没有“{0}”权限，请由有权人员办理</source>
        <translation>The right "{0}" is missing; someone who has it must do this</translation>
    </message>
    <message>
        <source>没有可呼叫的人</source>
        <translation>Nobody to call</translation>
    </message>
    <message>
        <source>没有照片</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>没有这个事件</source>
        <translation>There is no such report</translation>
    </message>
    <message>
        <source>没有这个险情</source>
        <translation>There is no such incident</translation>
    </message>
    <message>
        <source>没有这条来文来电</source>
        <translation>No such message</translation>
    </message>
    <message>
        <source>没有这次交接班</source>
        <translation>No such handover</translation>
    </message>
    <message>
        <source>没有这次会商</source>
        <translation>No such briefing</translation>
    </message>
    <message>
        <source>没有这次通话</source>
        <translation>There is no such call</translation>
    </message>
    <message>
        <source>没有这道上级命令</source>
        <translation>There is no such superior order</translation>
    </message>
    <message>
        <source>没有这部手机，或已停用</source>
        <translation>No such phone, or revoked</translation>
    </message>
    <message>
        <source>没有选中任务</source>
        <translation>No task selected</translation>
    </message>
    <message>
        <source>流量 {0} m³/s</source>
        <translation>flow {0} m³/s</translation>
    </message>
    <message>
        <source>流量级</source>
        <translation>Flow tiers</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>滩区种植户</source>
        <translation>Growers</translation>
    </message>
    <message>
        <source>演练已经开始</source>
        <translation>The drill has begun already</translation>
    </message>
    <message>
        <source>演练已经结束</source>
        <translation>The drill is over</translation>
    </message>
    <message>
        <source>演练开始：{0}</source>
        <translation>Drill begins: {0}</translation>
    </message>
    <message>
        <source>演练时钟：{0}</source>
        <translation>Drill clock: {0}</translation>
    </message>
    <message>
        <source>演练结束</source>
        <translation>End of exercise</translation>
    </message>
    <message>
        <source>演练还没有开始</source>
        <translation>The drill has not begun yet</translation>
    </message>
    <message>
        <source>点名“{0}”，{1} 人，限 {2} 分钟</source>
        <translation>Roll-call "{0}", {1} people, within {2} min</translation>
    </message>
    <message>
        <source>点名应答 {0}：{1}</source>
        <translation>Roll-call answered by {0}: {1}</translation>
    </message>
    <message>
        <source>点名结束：{0}</source>
        <translation>Roll-call ended: {0}</translation>
    </message>
    <message>
        <source>点名须有人员和时限</source>
        <translation>A roll-call needs people and a time limit</translation>
    </message>
    <message>
        <source>物资</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>电话 {0}：{1}</source>
        <translation>Call {0}: {1}</translation>
    </message>
    <message>
        <source>确认报警：{0}</source>
        <translation>Alarm acknowledged: {0}</translation>
    </message>
    <message>
        <source>签发 {0}（{1} m³/s）：下达 {2} 项、撤销 {3} 项。{4}</source>
        <translation>Signed off {0} ({1} m³/s): {2} issued, {3} withdrawn. {4}</translation>
    </message>
    <message>
        <source>签阅：{0}</source>
        <translation>Noted: {0}</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>经验教训：{0}</source>
        <translation>Lesson: {0}</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grids</translation>
    </message>
    <message>
        <source>网格人员</source>
        <translation>Grid workers</translation>
    </message>
    <message>
        <source>补充录音 {0} 段</source>
        <translation>Voice notes added: {0}</translation>
    </message>
    <message>
        <source>补充照片 {0} 张</source>
        <translation>Photos added: {0}</translation>
    </message>
    <message>
        <source>补充短视频 {0} 段</source>
        <translation>Video clips added: {0}</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>视频 {0}：{1}</source>
        <translation>Video {0}: {1}</translation>
    </message>
    <message>
        <source>视频呼入：{0}</source>
        <translation>Video call in: {0}</translation>
    </message>
    <message>
        <source>视频呼叫：{0}</source>
        <translation>Video call: {0}</translation>
    </message>
    <message>
        <source>视频录像已存证，{0:.0f} 秒</source>
        <translation>Video recording kept as evidence, {0:.0f} s</translation>
    </message>
    <message>
        <source>视频截图</source>
        <translation>Video snapshot</translation>
    </message>
    <message>
        <source>视频通话结束</source>
        <translation>Video call ended</translation>
    </message>
    <message>
        <source>解除抑制</source>
        <translation>No longer suppressed</translation>
    </message>
    <message>
        <source>议程中没有这个问题</source>
        <translation>The agenda has no such question</translation>
    </message>
    <message>
        <source>该报警已结束，列表已更新</source>
        <translation>This alarm has ended; the list is up to date</translation>
    </message>
    <message>
        <source>该报警没有停用</source>
        <translation>This alarm is not out of service</translation>
    </message>
    <message>
        <source>该报警没有搁置</source>
        <translation>This alarm is not shelved</translation>
    </message>
    <message>
        <source>该站没有可撤回的预报</source>
        <translation>This station has no forecast to withdraw</translation>
    </message>
    <message>
        <source>请先确认报警再办结</source>
        <translation>Acknowledge the alarm before closing it</translation>
    </message>
    <message>
        <source>请写明做了什么</source>
        <translation>Say what was done</translation>
    </message>
    <message>
        <source>请写明内容</source>
        <translation>Please write what it says</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
    </message>
    <message>
        <source>请选一个险情，或写明“四乱”案件编号</source>
        <translation>Choose an incident, or give the number of the illegal-use case</translation>
    </message>
    <message>
        <source>路线与责任段</source>
        <translation>Routes and sections</translation>
    </message>
    <message>
        <source>迁安户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>这个事件已收到过</source>
        <translation>This report was already received</translation>
    </message>
    <message>
        <source>这个值已在待复核之列</source>
        <translation>This value already awaits a second check</translation>
    </message>
    <message>
        <source>这个值已有人复核过</source>
        <translation>This value was checked already</translation>
    </message>
    <message>
        <source>这个安全计时已开始</source>
        <translation>This welfare timer is already running</translation>
    </message>
    <message>
        <source>这个安全计时已结束</source>
        <translation>This welfare timer has ended</translation>
    </message>
    <message>
        <source>这份文件已印发</source>
        <translation>This document is issued already</translation>
    </message>
    <message>
        <source>这条导调信息已处理过</source>
        <translation>This inject was fired or withheld already</translation>
    </message>
    <message>
        <source>这条来文来电已回复过</source>
        <translation>This message was answered already</translation>
    </message>
    <message>
        <source>这条来文来电已登记</source>
        <translation>This message is logged already</translation>
    </message>
    <message>
        <source>这次会商已召集</source>
        <translation>This briefing was called already</translation>
    </message>
    <message>
        <source>这次会商没有征求该岗位意见</source>
        <translation>This role is not asked in this briefing</translation>
    </message>
    <message>
        <source>这次巡查已开始</source>
        <translation>This patrol has already started</translation>
    </message>
    <message>
        <source>这次巡查已结束</source>
        <translation>This patrol has ended</translation>
    </message>
    <message>
        <source>这次推送已拟过</source>
        <translation>This push was already drafted</translation>
    </message>
    <message>
        <source>这次点名已发起</source>
        <translation>This roll-call is already under way</translation>
    </message>
    <message>
        <source>这次点名已结束</source>
        <translation>This roll-call has ended</translation>
    </message>
    <message>
        <source>这次通话已记录</source>
        <translation>This call is already logged</translation>
    </message>
    <message>
        <source>这道指令已下达过</source>
        <translation>This order was already issued</translation>
    </message>
    <message>
        <source>这部手机已登记</source>
        <translation>This phone is already enrolled</translation>
    </message>
    <message>
        <source>这里不是演练，不能导调</source>
        <translation>This is no drill; there is nothing to control</translation>
    </message>
    <message>
        <source>通话已结束</source>
        <translation>Call ended</translation>
    </message>
    <message>
        <source>重点关注人员</source>
        <translation>Key people</translation>
    </message>
    <message>
        <source>队伍</source>
        <translation>Squads</translation>
    </message>
    <message>
        <source>险情 {0} 续报，{1}</source>
        <translation>Incident {0} follow-up, {1}</translation>
    </message>
    <message>
        <source>险情 {0}：{1}</source>
        <translation>Incident {0}: {1}</translation>
    </message>
    <message>
        <source>险情销号：{0}</source>
        <translation>Incident closed: {0}</translation>
    </message>
    <message>
        <source>险情：{0} {1}（{2}）</source>
        <translation>Incident: {0} {1} ({2})</translation>
    </message>
    <message>
        <source>须附完成凭证：{0}</source>
        <translation>Proof of completion required: {0}</translation>
    </message>
    <message>
        <source>预报流量超出可能范围</source>
        <translation>Forecast flow out of range</translation>
    </message>
    <message>
        <source>预案已更新，{0} 不在其中，请重新会签</source>
        <translation>The plan has changed and no longer holds {0}; sign off again</translation>
    </message>
    <message>
        <source>预案指令</source>
        <translation>Plan instructions</translation>
    </message>
    <message>
        <source>预警阈值</source>
        <translation>Warning thresholds</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>下限</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>主要去向</source>
        <translation>Mainly for</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Depot</translation>
    </message>
    <message>
        <source>低于下限</source>
        <translation>&lt; reserve</translation>
    </message>
    <message>
        <source>低于定额</source>
        <translation>&lt; quota</translation>
    </message>
    <message>
        <source>保管人</source>
        <translation>Keeper</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>占定额</source>
        <translation>%</translation>
    </message>
    <message>
        <source>品名</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>品项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>够</source>
        <translation>Enough</translation>
    </message>
    <message>
        <source>定额</source>
        <translation>Quota</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Expires</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>等 {0} 条指令</source>
        <translation>… {0} instructions in all</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>足额</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>需要</source>
        <translation>Needed</translation>
    </message>
</context>
<context>
    <name>StockWorkspace</name>
    <message>
        <source>{0} / {1} 行</source>
        <translation>{0} of {1} rows</translation>
    </message>
    <message>
        <source>{0} 处 · 低于下限 {1} 项</source>
        <translation>{0} depots · {1} below reserve</translation>
    </message>
    <message>
        <source>{0} 条指令有效，动用 {1} 项物资，库存够用</source>
        <translation>{0} instructions in force draw on {1} items; stock suffices</translation>
    </message>
    <message>
        <source>{0} 条指令有效，动用 {1} 项物资；缺口最大：{2}</source>
        <translation>{0} instructions in force draw on {1} items; greatest shortage: {2}</translation>
    </message>
    <message>
        <source>{0} 项短缺</source>
        <translation>{0} short</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Depots</translation>
    </message>
    <message>
        <source>储备性质</source>
        <translation>Kind of reserve</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部性质</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>实况</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>当前有效的指令不动用物资</source>
        <translation>Nothing in force draws on stock</translation>
    </message>
    <message>
        <source>找物资：品名、规格、仓库</source>
        <translation>Find: item, size, depot</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>没有仓库，请在 系统·数据 导入物资台账</source>
        <translation>No depots: import the stock register under System · Data</translation>
    </message>
    <message>
        <source>没有符合条件的物资</source>
        <translation>No item matches</translation>
    </message>
    <message>
        <source>需用与缺口</source>
        <translation>Needs and shortages</translation>
    </message>
    <message>
        <source>需用与缺口 · {0} {1} m³/s</source>
        <translation>Needs and shortages · {0} {1} m³/s</translation>
    </message>
</context>
<context>
    <name>StoreWords</name>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>与上一步不相接</source>
        <translation>Does not follow the step before</translation>
    </message>
    <message>
        <source>保存时程序出错，已记入日志；步骤留在内存</source>
        <translation>Saving failed by a fault of ours, logged; the steps stay in memory</translation>
    </message>
    <message>
        <source>内容与哈希不符</source>
        <translation>Contents do not match the hash</translation>
    </message>
    <message>
        <source>快照与日志不符</source>
        <translation>Snapshot and journal differ</translation>
    </message>
    <message>
        <source>数据库拒绝登录，请检查地址和口令</source>
        <translation>The database refused the login; check address and password</translation>
    </message>
    <message>
        <source>文件与哈希不符</source>
        <translation>A file does not match its hash</translation>
    </message>
    <message>
        <source>日志库内容损坏</source>
        <translation>The journal store is damaged</translation>
    </message>
    <message>
        <source>日志库忙，稍后自动重试</source>
        <translation>The journal store is busy; trying again</translation>
    </message>
    <message>
        <source>日志库所在位置不可写，请检查权限</source>
        <translation>The place of the journal store cannot be written; check permissions</translation>
    </message>
    <message>
        <source>日志库正被另一个安澜占用（进程 {0}），请先关闭它</source>
        <translation>Another Anlan (process {0}) holds this journal store; close it first</translation>
    </message>
    <message>
        <source>日志库由更新版本的安澜写成，请升级本机程序</source>
        <translation>The journal store was written by a newer Anlan; upgrade this one</translation>
    </message>
    <message>
        <source>日志库落后于已保存的内容</source>
        <translation>The journal store lies behind what was saved</translation>
    </message>
    <message>
        <source>日志库读不出，文件可能损坏</source>
        <translation>The journal store cannot be read; the file may be damaged</translation>
    </message>
    <message>
        <source>日志行与清单不符</source>
        <translation>The journal rows do not match the manifest</translation>
    </message>
    <message>
        <source>日志里有更新版本写下的步骤，请升级本机程序</source>
        <translation>The journal holds steps of a newer version; upgrade this program</translation>
    </message>
    <message>
        <source>末尾被截断</source>
        <translation>The end is cut off</translation>
    </message>
    <message>
        <source>磁盘已满：工作照常，未保存的步骤留在内存，腾出空间后自动补存</source>
        <translation>Disk full: work goes on, unsaved steps stay in memory and are saved once there is room</translation>
    </message>
    <message>
        <source>签名与清单不符</source>
        <translation>The signature does not match the manifest</translation>
    </message>
    <message>
        <source>缺号</source>
        <translation>A number is missing</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>读写磁盘出错，稍后自动重试</source>
        <translation>Disk error; trying again</translation>
    </message>
    <message>
        <source>这个文件不是安澜的日志库</source>
        <translation>This file is not a journal store of Anlan</translation>
    </message>
    <message>
        <source>这个时段没有日志</source>
        <translation>No journal in this period</translation>
    </message>
    <message>
        <source>这是另一种状态（实况/演练）的日志库</source>
        <translation>This journal store belongs to another realm (live/drill)</translation>
    </message>
    <message>
        <source>连不上数据库，稍后自动重试</source>
        <translation>The database cannot be reached; trying again</translation>
    </message>
    <message>
        <source>附件与哈希不符</source>
        <translation>Attachment does not match its hash</translation>
    </message>
    <message>
        <source>附件文件不在库旁</source>
        <translation>Attachment missing beside the store</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>BD-09（百度地图）</source>
        <translation>BD-09 (Baidu)</translation>
    </message>
    <message>
        <source>CGCS2000</source>
        <translation>CGCS2000</translation>
    </message>
    <message>
        <source>GCJ-02（国内地图）</source>
        <translation>GCJ-02 (Chinese maps)</translation>
    </message>
    <message>
        <source>WGS-84（卫星定位）</source>
        <translation>WGS-84 (satellite)</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>更新时间</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>演示</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>缘由</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>SystemWorkspace</name>
    <message>
        <source>发送渠道</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>声音</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>大屏</source>
        <translation>Wall</translation>
    </message>
    <message>
        <source>席位时间 {0}（北京时间）</source>
        <translation>Desk time {0} (Beijing)</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phones</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>时钟与实况</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>水情来源</source>
        <translation>River sources</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>连接</source>
        <translation>Links</translation>
    </message>
</context>
<context>
    <name>TagBar</name>
    <message>
        <source>{0} 人</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>{0}　现为“{1}”</source>
        <translation>{0} · now “{1}”</translation>
    </message>
    <message>
        <source>按 1–6 登记，或接着扫下一户</source>
        <translation>Press 1–6 to record, or scan the next household</translation>
    </message>
    <message>
        <source>推演中不登记</source>
        <translation>Nothing is recorded in a what-if</translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>A4 纸每页 18 张，裁开贴在门上，包保干部扫码报情况</source>
        <translation>18 to an A4 page; cut, stick on doors; guardians scan them to report</translation>
    </message>
    <message>
        <source>{0} 张，A4 共 {1} 页；牌上只有户号、村名和姓氏。</source>
        <translation>{0} tags, {1} A4 pages; they bear household id, village and family name only.</translation>
    </message>
    <message>
        <source>{0}（{1} 户）</source>
        <translation>{0} ({1} households)</translation>
    </message>
    <message>
        <source>制作户牌…</source>
        <translation>Make tags…</translation>
    </message>
    <message>
        <source>可打印的 PDF (*.pdf)</source>
        <translation>PDF for printing (*.pdf)</translation>
    </message>
    <message>
        <source>哪个村或哪支队伍</source>
        <translation>Which village or squad</translation>
    </message>
    <message>
        <source>户牌</source>
        <translation>Household tags</translation>
    </message>
    <message>
        <source>户牌-{0}</source>
        <translation>household-tags-{0}</translation>
    </message>
    <message>
        <source>没有户台账，先在“数据”页导入。</source>
        <translation>No register of households: import it under Data first.</translation>
    </message>
    <message>
        <source>网页 (*.html)</source>
        <translation>Web page (*.html)</translation>
    </message>
</context>
<context>
    <name>TagEntry</name>
    <message>
        <source>户牌</source>
        <translation>Household tags</translation>
    </message>
    <message>
        <source>户牌(&amp;T)</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>扫码或输入户牌，如 H012 K7QA</source>
        <translation>Scan or type a tag, e.g. H012 K7QA</translation>
    </message>
</context>
<context>
    <name>TaskBulkBar</name>
    <message>
        <source>其他办理</source>
        <translation>Other actions</translation>
    </message>
    <message>
        <source>已选 {0} 项</source>
        <translation>{0} selected</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>{0}“{1}”（Alt+N）</source>
        <translation>{0} "{1}" (Alt+N)</translation>
    </message>
    <message>
        <source>到迁安页，看路断人员和最近的船队（Alt+D）</source>
        <translation>To Relocation: those cut off and the nearest boat team (Alt+D)</translation>
    </message>
    <message>
        <source>呼叫(&amp;L)</source>
        <translation>Ca&amp;ll</translation>
    </message>
    <message>
        <source>呼叫责任人</source>
        <translation>Call the assignee</translation>
    </message>
    <message>
        <source>指派…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>推演 · {0}</source>
        <translation>What-if · {0}</translation>
    </message>
    <message>
        <source>改派…</source>
        <translation>Reassign…</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>派船接应名单(&amp;D)</source>
        <translation>Boat pickups (&amp;D)</translation>
    </message>
    <message>
        <source>返回清单（Esc）</source>
        <translation>Back to the list (Esc)</translation>
    </message>
</context>
<context>
    <name>TaskClock</name>
    <message>
        <source>{0} 人</source>
        <translation>people {0}</translation>
    </message>
    <message>
        <source>公路已断，{0}</source>
        <translation>Road cut: {0}</translation>
    </message>
    <message>
        <source>已撤完 {0}</source>
        <translation>Evacuated {0}</translation>
    </message>
    <message>
        <source>撤离时钟</source>
        <translation>Evacuation clock</translation>
    </message>
    <message>
        <source>最早 {0}</source>
        <translation>first by {0}</translation>
    </message>
    <message>
        <source>最早 {0} 已过</source>
        <translation>first by {0}, passed</translation>
    </message>
    <message>
        <source>未撤 {0}/{1}</source>
        <translation>Still there {0}/{1}</translation>
    </message>
    <message>
        <source>派船 {0} 处 {1} 人</source>
        <translation>boat pickups {0}, people {1}</translation>
    </message>
    <message>
        <source>现在没有公路已断的人</source>
        <translation>Nobody is cut off now</translation>
    </message>
    <message>
        <source>等 {0} 处</source>
        <translation>… {0} in all</translation>
    </message>
    <message>
        <source>路断 {0}</source>
        <translation>cut off {0}</translation>
    </message>
    <message>
        <source>这一水情下无人受威胁</source>
        <translation>Nobody is threatened by this water</translation>
    </message>
    <message>
        <source>须立即 {0}</source>
        <translation>go now {0}</translation>
    </message>
</context>
<context>
    <name>TaskFilters</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部展开</source>
        <translation>Expand all</translation>
    </message>
    <message>
        <source>全部岗位  {0}</source>
        <translation>All roles  {0}</translation>
    </message>
    <message>
        <source>全部收起</source>
        <translation>Collapse all</translation>
    </message>
    <message>
        <source>分岗位</source>
        <translation>By role</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>只看网格 {0} 的任务</source>
        <translation>Only tasks of grid {0}</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>待核验</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>按岗位分组，标题可折叠（← →）；不分组时按缓急排列</source>
        <translation>Grouped by role, headings fold (← →); otherwise by urgency</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>无人承办</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>沿用</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>TaskMove</name>
    <message>
        <source>{0} {1} 项任务</source>
        <translation>{0}: {1} tasks</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>另 {0} 个岗位</source>
        <translation>{0} more roles</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>在场</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>已下达</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>待回复</source>
        <translation>To answer</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>推演新增</source>
        <translation>New in what-if</translation>
    </message>
    <message>
        <source>未叫应</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Ack.</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>下令（Ctrl+Shift+O）</source>
        <translation>Give an order (Ctrl+Shift+O)</translation>
    </message>
    <message>
        <source>待办任务</source>
        <translation>Tasks to do</translation>
    </message>
    <message>
        <source>待签发 {0}</source>
        <translation>To sign {0}</translation>
    </message>
    <message>
        <source>新{0} 变{1} 撤{2}</source>
        <translation>+{0} ~{1} −{2}</translation>
    </message>
    <message>
        <source>新增 {0} · 变更 {1} · 撤销 {2}</source>
        <translation>+{0} · ~{1} · −{2}</translation>
    </message>
    <message>
        <source>未结 {0}</source>
        <translation>Open {0}</translation>
    </message>
    <message>
        <source>没有待办任务</source>
        <translation>No tasks to do</translation>
    </message>
    <message>
        <source>超时 {0}</source>
        <translation>{0} late</translation>
    </message>
    <message>
        <source>这一流量下任务没有变化</source>
        <translation>No change of tasks at this flow</translation>
    </message>
</context>
<context>
    <name>TaskRows</name>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 天</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>待签发 {0}</source>
        <translation>To sign {0}</translation>
    </message>
    <message>
        <source>无人承办</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>超时 {0}</source>
        <translation>{0} late</translation>
    </message>
    <message>
        <source>限 {0}</source>
        <translation>within {0}</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>{0} 前</source>
        <translation>by {0}</translation>
    </message>
    <message>
        <source>{0}（不少于 {1} 份）</source>
        <translation>{0} (at least {1})</translation>
    </message>
    <message>
        <source>{0}，已完成 {1} 轮</source>
        <translation>{0}, {1} rounds done</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Escalates to</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>下达后 {0}</source>
        <translation>{0} from issue</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>到岗</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>副职 </source>
        <translation>Deputy </translation>
    </message>
    <message>
        <source>协助</source>
        <translation>Assisting</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>因流量或事件提出</source>
        <translation>Raised by flow or event</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>尚无</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>尚无，须附凭证</source>
        <translation>None yet; evidence required</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>已撤销：流量级已结束</source>
        <translation>Withdrawn: the flow tier ended</translation>
    </message>
    <message>
        <source>已撤销：由“{0}”替代</source>
        <translation>Withdrawn: superseded by "{0}"</translation>
    </message>
    <message>
        <source>已撤销：预案不再要求</source>
        <translation>Withdrawn: the plan no longer asks for it</translation>
    </message>
    <message>
        <source>席位下令，不出自预案</source>
        <translation>Ordered from the desk, outside the plan</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>拟派</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>指令</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>推演：签发后下达，现在没有任何人收到。</source>
        <translation>What-if: issued only after sign-off; nobody has received anything.</translation>
    </message>
    <message>
        <source>数量 {0}</source>
        <translation>Count {0}</translation>
    </message>
    <message>
        <source>无人承办</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>替代</source>
        <translation>Supersedes</translation>
    </message>
    <message>
        <source>权限</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>来龙去脉</source>
        <translation>Where it comes from</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>每 {0}</source>
        <translation>every {0}</translation>
    </message>
    <message>
        <source>流量</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>物料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>等 {0} 个网格</source>
        <translation>… {0} grids in all</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivery</translation>
    </message>
</context>
<context>
    <name>TeamPicker</name>
    <message>
        <source>{0} 人</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>按名称找队伍或人</source>
        <translation>Find a squad or person by name</translation>
    </message>
    <message>
        <source>没有匹配的队伍或人</source>
        <translation>No matching squad or person</translation>
    </message>
    <message>
        <source>队</source>
        <translation>Sq</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>不是 MBTiles 文件：{0}</source>
        <translation>Not an MBTiles file: {0}</translation>
    </message>
    <message>
        <source>只能用图片瓦片（png、jpg、webp）：{0}</source>
        <translation>Only picture tiles can be used (png, jpg, webp): {0}</translation>
    </message>
    <message>
        <source>底图文件打不开：{0}</source>
        <translation>Base map file does not open: {0}</translation>
    </message>
    <message>
        <source>底图网址须为 http:// 或 https:// 开头的完整网址：{0}</source>
        <translation>The tile address must be a whole http:// or https:// address: {0}</translation>
    </message>
    <message>
        <source>底图网址须含 {{x}} {{y}} {{z}}：{0}</source>
        <translation>The tile address must contain {{x}} {{y}} {{z}}: {0}</translation>
    </message>
    <message>
        <source>文件夹里没有 .mbtiles 文件：{0}</source>
        <translation>No .mbtiles file in the folder: {0}</translation>
    </message>
    <message>
        <source>此底图为 BD-09 偏移坐标，与本图相差数百米，不能使用；请改用天地图等 CGCS2000/WGS-84 底图：{0}</source>
        <translation>This base map is shifted (BD-09) by hundreds of metres and cannot be used; take a CGCS2000/WGS-84 one such as Tianditu: {0}</translation>
    </message>
    <message>
        <source>此底图为 GCJ-02 偏移坐标，与本图相差数百米，不能使用；请改用天地图等 CGCS2000/WGS-84 底图：{0}</source>
        <translation>This base map is shifted (GCJ-02) by hundreds of metres and cannot be used; take a CGCS2000/WGS-84 one such as Tianditu: {0}</translation>
    </message>
    <message>
        <source>没有离线底图文件夹：{0}</source>
        <translation>No folder of offline tiles: {0}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{0} 水情 {1} 条 · 最新 {2}</source>
        <translation>{0} {1} readings · latest {2}</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>会商值班</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Regs</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>更早的见复盘</source>
        <translation>Earlier: see Record</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>River</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>调度</source>
        <translation>Calls</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>从这一步回放</source>
        <translation>Replay from here</translation>
    </message>
    <message>
        <source>按类别筛选</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>正在读取日志…</source>
        <translation>Reading the journal…</translation>
    </message>
    <message>
        <source>没有符合条件的记录；更早的在复盘里查</source>
        <translation>Nothing matches; look for earlier ones in Record</translation>
    </message>
    <message>
        <source>移到另一块屏幕</source>
        <translation>Move to another screen</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>No entries yet</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>{0} m</source>
        <translation>{0} m</translation>
    </message>
    <message>
        <source>{0} 的水位</source>
        <translation>Stage at {0}</translation>
    </message>
    <message>
        <source>{0}，时效 {1:g} 小时</source>
        <translation>{0}, due every {1:g} h</translation>
    </message>
    <message>
        <source>一部分台账是虚构的演示数据，不可用于实战</source>
        <translation>Some registers are invented demonstration data: not for real operations</translation>
    </message>
    <message>
        <source>七下八上</source>
        <translation>Peak season</translation>
    </message>
    <message>
        <source>响应等级</source>
        <translation>Response level</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>存储故障</source>
        <translation>Store fault</translation>
    </message>
    <message>
        <source>安澜</source>
        <translation>Anlan</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>席位：{0}</source>
        <translation>Desk: {0}</translation>
    </message>
    <message>
        <source>席位：{0}。点按换班（Ctrl+Shift+U）</source>
        <translation>Desk: {0}. Click to change the watch (Ctrl+Shift+U)</translation>
    </message>
    <message>
        <source>建议 {0}</source>
        <translation>Suggest {0}</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>按规则建议的等级，尚未签发</source>
        <translation>Level suggested by rule, not signed off</translation>
    </message>
    <message>
        <source>推演 · 不影响实况</source>
        <translation>What-if · live untouched</translation>
    </message>
    <message>
        <source>推演流量</source>
        <translation>What-if flow</translation>
    </message>
    <message>
        <source>未保存 {0}</source>
        <translation>Unsaved {0}</translation>
    </message>
    <message>
        <source>未叫应</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>每一步都已写入日志</source>
        <translation>Every step is in the journal</translation>
    </message>
    <message>
        <source>每小时变化 m³/s，按最近报汛计算</source>
        <translation>Change per hour in m³/s, from the latest readings</translation>
    </message>
    <message>
        <source>水位 · {0}</source>
        <translation>Stage · {0}</translation>
    </message>
    <message>
        <source>水情 无</source>
        <translation>River none</translation>
    </message>
    <message>
        <source>水情 正常</source>
        <translation>River ok</translation>
    </message>
    <message>
        <source>水情 超时效</source>
        <translation>River overdue</translation>
    </message>
    <message>
        <source>汛期</source>
        <translation>Flood season</translation>
    </message>
    <message>
        <source>演示数据</source>
        <translation>Demo data</translation>
    </message>
    <message>
        <source>现行响应等级，由有权人员签发</source>
        <translation>Standing response level, signed off by a person with the right</translation>
    </message>
    <message>
        <source>花园口 · 尚无报汛</source>
        <translation>Huayuankou · no readings</translation>
    </message>
    <message>
        <source>花园口实况 {0} · {1}</source>
        <translation>Huayuankou live {0} · {1}</translation>
    </message>
    <message>
        <source>花园口当时 {0} · {1}</source>
        <translation>Huayuankou then {0} · {1}</translation>
    </message>
    <message>
        <source>花园口镇防汛指挥部</source>
        <translation>Huayuankou Town Flood HQ</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>TreatmentView</name>
    <message>
        <source>依据：{0}</source>
        <translation>Basis: {0}</translation>
    </message>
    <message>
        <source>原则</source>
        <translation>Principle</translation>
    </message>
    <message>
        <source>处置卡 · {0}</source>
        <translation>Treatment card · {0}</translation>
    </message>
    <message>
        <source>征兆</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>料物机具</source>
        <translation>Materials, tools</translation>
    </message>
    <message>
        <source>方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>没有这类险情的处置卡，按现场技术责任人的方案抢护</source>
        <translation>No treatment card for this kind: follow the scheme of the technical lead on site</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Beware</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>{0} ±{1:.0f} 米</source>
        <translation>{0} ±{1:.0f} m</translation>
    </message>
    <message>
        <source>{0}（无坐标）</source>
        <translation>{0} (no position)</translation>
    </message>
    <message>
        <source>上报原话：“{0}”</source>
        <translation>As reported: "{0}"</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>内容→“{0}”</source>
        <translation>text → "{0}"</translation>
    </message>
    <message>
        <source>含 {0}</source>
        <translation>Holds {0}</translation>
    </message>
    <message>
        <source>四乱案件 {0}</source>
        <translation>Illegal-use case {0}</translation>
    </message>
    <message>
        <source>图上点选</source>
        <translation>picked on map</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>地点→{0}</source>
        <translation>place → {0}</translation>
    </message>
    <message>
        <source>大类→{0}</source>
        <translation>category → {0}</translation>
    </message>
    <message>
        <source>并入 {0}</source>
        <translation>Merged into {0}</translation>
    </message>
    <message>
        <source>归属</source>
        <translation>Filed under</translation>
    </message>
    <message>
        <source>手机定位</source>
        <translation>phone position</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>报告人</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>按地名</source>
        <translation>by place name</translation>
    </message>
    <message>
        <source>接报</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>更正 {0}</source>
        <translation>Amended {0}</translation>
    </message>
    <message>
        <source>未交办</source>
        <translation>Not handed over</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>照片位置</source>
        <translation>photo position</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>种类→{0}</source>
        <translation>kind → {0}</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>等级→{0}</source>
        <translation>grade → {0}</translation>
    </message>
    <message>
        <source>补照片 {0} 张</source>
        <translation>photos added: {0}</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>险情 {0}</source>
        <translation>Incident {0}</translation>
    </message>
    <message>
        <source>，已并入 {0} 件</source>
        <translation>, {0} merged in</translation>
    </message>
    <message>
        <source>，更正 {0} 次</source>
        <translation>, amended {0}×</translation>
    </message>
    <message>
        <source>；现场 {0} 所见</source>
        <translation>; seen on site {0}</translation>
    </message>
</context>
<context>
    <name>TriageActs</name>
    <message>
        <source>{0} {1} 件</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>不属实</source>
        <translation>Unfounded</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>并案</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>归件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>确认为险情，触发预案的险情指令（Alt+I）</source>
        <translation>Confirm as an incident: triggers the plan's instructions (Alt+I)</translation>
    </message>
    <message>
        <source>转险情…</source>
        <translation>Incident…</translation>
    </message>
</context>
<context>
    <name>TriageDetail</name>
    <message>
        <source>两件并排看，再决定并不并（M）</source>
        <translation>See both side by side, then decide whether to merge (M)</translation>
    </message>
    <message>
        <source>处置后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>并案比对（M）</source>
        <translation>Compare (M)</translation>
    </message>
    <message>
        <source>并错了：让这件重新待核实，另记一步</source>
        <translation>Merged wrongly: this one is unverified again, as a further step</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>拆开，单独办理</source>
        <translation>Split, handle alone</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>选一件事件核实、交办或转险情</source>
        <translation>Choose a report to verify, hand over or make an incident</translation>
    </message>
    <message>
        <source>选中 {0} 件事件，可成批办理</source>
        <translation>{0} reports chosen, to be handled together</translation>
    </message>
    <message>
        <source>都未交办</source>
        <translation>none handed over</translation>
    </message>
</context>
<context>
    <name>TriagePanel</name>
    <message>
        <source>J/K 上下一件　P 照片　G 图上　N 新到　Shift/Ctrl 多选成批办</source>
        <translation>J/K up, down   P photos   G on map   N new   Shift/Ctrl: several at once</translation>
    </message>
    <message>
        <source>这件事件没有坐标</source>
        <translation>This report has no position</translation>
    </message>
    <message>
        <source>这件事件没有照片</source>
        <translation>This report has no photo</translation>
    </message>
</context>
<context>
    <name>TriageQueue</name>
    <message>
        <source>{0} 件新到（N）</source>
        <translation>{0} new (N)</translation>
    </message>
    <message>
        <source>{0} 件新到，{1} 件合条件（N）</source>
        <translation>{0} new, {1} match (N)</translation>
    </message>
    <message>
        <source>{0} 件新到，{1} 件重大（N）</source>
        <translation>{0} new, {1} major (N)</translation>
    </message>
    <message>
        <source>全部大类</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>大类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>找事件：种类、地点、内容、报告人</source>
        <translation>Find: kind, place, text, reporter</translation>
    </message>
    <message>
        <source>把新到的事件排进列表（N）；正在看的一件不动</source>
        <translation>Put new reports into the list (N); the one you read stays</translation>
    </message>
    <message>
        <source>没有符合条件的事件</source>
        <translation>No report matches</translation>
    </message>
    <message>
        <source>电话接报…</source>
        <translation>Phone report…</translation>
    </message>
    <message>
        <source>记一条电话报来的事件（Ctrl+R）</source>
        <translation>Enter a report that came by phone (Ctrl+R)</translation>
    </message>
    <message>
        <source>还没有接报。电话报来的事件按 Ctrl+R 记入</source>
        <translation>No reports yet. Enter what comes by phone with Ctrl+R</translation>
    </message>
</context>
<context>
    <name>TrialBox</name>
    <message>
        <source>{0}；会发到整个群</source>
        <translation>{0}; goes to the whole group</translation>
    </message>
    <message>
        <source>“{0}”在实况中将这样发出；推演、演练和回放中不从这里发出。</source>
        <translation>"{0}" would go out like this when live; nothing leaves here in a what-if, drill or replay.</translation>
    </message>
    <message>
        <source>“{0}”将这样发出，号码已隐去；现在没有发送。</source>
        <translation>"{0}" would go out like this, numbers hidden; nothing is sent now.</translation>
    </message>
    <message>
        <source>“{0}”的接收人在这个渠道里都没有地址。</source>
        <translation>No recipient of "{0}" has an address in this channel.</translation>
    </message>
    <message>
        <source>公开渠道不作测试发送</source>
        <translation>Public channels send no tests</translation>
    </message>
    <message>
        <source>向本人测试发送</source>
        <translation>Send a test to yourself</translation>
    </message>
    <message>
        <source>将要发出的内容</source>
        <translation>What would go out</translation>
    </message>
    <message>
        <source>按最近一次推送填好给您看，号码隐去，不发出</source>
        <translation>Filled in from the latest push, numbers hidden, nothing sent</translation>
    </message>
    <message>
        <source>本人呼号</source>
        <translation>Your call sign</translation>
    </message>
    <message>
        <source>本人手机号</source>
        <translation>Your mobile number</translation>
    </message>
    <message>
        <source>本人的地址</source>
        <translation>Your own address</translation>
    </message>
    <message>
        <source>本人邮箱</source>
        <translation>Your e-mail address</translation>
    </message>
    <message>
        <source>正在发送…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>真的发出一条，只发给所填的地址</source>
        <translation>Really sends one message, only to the address given</translation>
    </message>
    <message>
        <source>试填（不发送）</source>
        <translation>Dry run (sends nothing)</translation>
    </message>
</context>
<context>
    <name>TwinBody</name>
    <message>
        <source>{0:,.0f} m³/s</source>
        <translation>{0:,.0f} m³/s</translation>
    </message>
    <message>
        <source>上一时刻（←）</source>
        <translation>Previous moment (←)</translation>
    </message>
    <message>
        <source>下一时刻（→）</source>
        <translation>Next moment (→)</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出当前图面与清单，附来源与性质</source>
        <translation>Export picture and list with source and kind</translation>
    </message>
    <message>
        <source>快慢：1× 为每秒走 1 小时</source>
        <translation>Speed: 1× is an hour a second</translation>
    </message>
    <message>
        <source>播放（空格）</source>
        <translation>Play (Space)</translation>
    </message>
    <message>
        <source>时间轴：空格 播放，← → 逐步，PgUp PgDn 一小时，Home End 首尾</source>
        <translation>Time: Space plays, ← → step, PgUp PgDn an hour, Home End to the ends</translation>
    </message>
    <message>
        <source>暂停（空格）</source>
        <translation>Pause (Space)</translation>
    </message>
</context>
<context>
    <name>TwinExposed</name>
    <message>
        <source>{0} 亩</source>
        <translation>{0} mu</translation>
    </message>
    <message>
        <source>{0} 人</source>
        <translation>{0} ppl</translation>
    </message>
    <message>
        <source>人 / 亩</source>
        <translation>Ppl / mu</translation>
    </message>
    <message>
        <source>到达</source>
        <translation>Arrives</translation>
    </message>
    <message>
        <source>历时 h</source>
        <translation>Dur. h</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>最后安全出发</source>
        <translation>Leave by</translation>
    </message>
    <message>
        <source>村 / 滩别</source>
        <translation>Village / terrace</translation>
    </message>
    <message>
        <source>水深 m</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
</context>
<context>
    <name>TwinFault</name>
    <message>
        <source>{value} 超出范围（{low} … {high}）</source>
        <translation>{value} out of range ({low} … {high})</translation>
    </message>
    <message>
        <source>不在大堤上，请点在堤顶线旁</source>
        <translation>Not on the levee: click beside the crest line</translation>
    </message>
    <message>
        <source>不在本镇附近，请核对坐标系</source>
        <translation>Not near this town: check the CRS</translation>
    </message>
    <message>
        <source>写不进去：{reason}；没有留下半截文件</source>
        <translation>Cannot write: {reason}; no half file left</translation>
    </message>
    <message>
        <source>单元不是正方形：{width} × {height} m</source>
        <translation>Cells are not square: {width} × {height} m</translation>
    </message>
    <message>
        <source>在地形范围之外</source>
        <translation>Outside the terrain</translation>
    </message>
    <message>
        <source>地形里没有一个有高程的单元</source>
        <translation>The terrain has no cell with a level</translation>
    </message>
    <message>
        <source>坐标系不一致：文件为 {file}，声明为 {declared}</source>
        <translation>CRS differs: file {file}, declared {declared}</translation>
    </message>
    <message>
        <source>存下的地形已损坏，请重新导入</source>
        <translation>The stored terrain is damaged: import it again</translation>
    </message>
    <message>
        <source>文件读不出来：{reason}</source>
        <translation>The file cannot be read: {reason}</translation>
    </message>
    <message>
        <source>断点属于另一个算例</source>
        <translation>The checkpoint belongs to another case</translation>
    </message>
    <message>
        <source>栅格有 {cells} 个单元，上限 {most}；请裁剪或重采样后再用</source>
        <translation>The raster has {cells} cells, the limit is {most}: crop or resample it</translation>
    </message>
    <message>
        <source>栅格有旋转或上下颠倒，请先校正为正北朝上</source>
        <translation>The raster is rotated or upside down: make it north-up first</translation>
    </message>
    <message>
        <source>此处没有堤顶线，也没有高于口门底高程的地面</source>
        <translation>No crest line here, nor ground above the invert of the breach</translation>
    </message>
    <message>
        <source>没有声明坐标系</source>
        <translation>No CRS declared</translation>
    </message>
    <message>
        <source>没有声明高程基面</source>
        <translation>No vertical datum declared</translation>
    </message>
    <message>
        <source>没有这个文件</source>
        <translation>There is no such file</translation>
    </message>
    <message>
        <source>示意地形·非实测，不能作为正式成果输出</source>
        <translation>Idealised terrain · not surveyed: no official output</translation>
    </message>
    <message>
        <source>线没有长度（至少两个不同的点）</source>
        <translation>The line has no length (at least two different points)</translation>
    </message>
    <message>
        <source>落在没有高程的单元上</source>
        <translation>On a cell without a level</translation>
    </message>
    <message>
        <source>计算进程意外结束（{reason}），可以重新开始</source>
        <translation>The run ended unexpectedly ({reason}); it can be started again</translation>
    </message>
</context>
<context>
    <name>TwinLeaving</name>
    <message>
        <source>{0} 由安澜导出</source>
        <translation>{0} exported by Anlan</translation>
    </message>
    <message>
        <source>亩</source>
        <translation>Mu</translation>
    </message>
    <message>
        <source>人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>写不进去：{0}（{1}）；没有留下半截文件</source>
        <translation>Cannot write: {0} ({1}); no half file left</translation>
    </message>
    <message>
        <source>出处摘要</source>
        <translation>Provenance digest</translation>
    </message>
    <message>
        <source>到水</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>受影响对象</source>
        <translation>Affected objects</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>图上还没有方案，没有可导出的内容</source>
        <translation>No scenario on the map yet: nothing to export</translation>
    </message>
    <message>
        <source>地形摘要</source>
        <translation>Terrain digest</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>CRS</translation>
    </message>
    <message>
        <source>实测误差 m</source>
        <translation>Measured error m</translation>
    </message>
    <message>
        <source>导出时间</source>
        <translation>Exported at</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>性质</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>成图方式</source>
        <translation>How made</translation>
    </message>
    <message>
        <source>成图时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>所示时刻</source>
        <translation>Moment shown</translation>
    </message>
    <message>
        <source>新增受影响对象</source>
        <translation>Newly affected objects</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>方案来源</source>
        <translation>Scenario source</translation>
    </message>
    <message>
        <source>最后安全出发</source>
        <translation>Last safe departure</translation>
    </message>
    <message>
        <source>最大水深 m</source>
        <translation>Max. depth m</translation>
    </message>
    <message>
        <source>最早到水</source>
        <translation>Earliest arrival</translation>
    </message>
    <message>
        <source>最迟到水</source>
        <translation>Latest arrival</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>正式成果</source>
        <translation>Official</translation>
    </message>
    <message>
        <source>求解器</source>
        <translation>Solver</translation>
    </message>
    <message>
        <source>没有写成：{0}</source>
        <translation>Not written: {0}</translation>
    </message>
    <message>
        <source>洪峰流量 m³/s</source>
        <translation>Peak flow m³/s</translation>
    </message>
    <message>
        <source>淹没</source>
        <translation>Inundation</translation>
    </message>
    <message>
        <source>淹没历时 h</source>
        <translation>Duration h</translation>
    </message>
    <message>
        <source>溃口</source>
        <translation>Breach</translation>
    </message>
    <message>
        <source>滩别</source>
        <translation>Terrace</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>示意地形·非实测，不能作为正式成果导出</source>
        <translation>Idealised terrain · not surveyed: no official export</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Lat.</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Lon.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>网格 m</source>
        <translation>Cell m</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>路断</source>
        <translation>Cut off</translation>
    </message>
    <message>
        <source>这一方案里没有水，没有可导出的内容</source>
        <translation>This scenario has no water: nothing to export</translation>
    </message>
    <message>
        <source>适用条件</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>零时</source>
        <translation>Hours from</translation>
    </message>
    <message>
        <source>高程基面</source>
        <translation>Vertical datum</translation>
    </message>
</context>
<context>
    <name>TwinMirror</name>
    <message>
        <source>{0} · 基面 {1}</source>
        <translation>{0} · datum {1}</translation>
    </message>
    <message>
        <source>实测 m</source>
        <translation>Obs. m</translation>
    </message>
    <message>
        <source>差 m</source>
        <translation>Diff. m</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>桩号</source>
        <translation>Ch.</translation>
    </message>
    <message>
        <source>模型 m</source>
        <translation>Mod. m</translation>
    </message>
    <message>
        <source>测点</source>
        <translation>Gauge</translation>
    </message>
</context>
<context>
    <name>TwinPage</name>
    <message>
        <source>方案库还没有算好，稍后再试</source>
        <translation>The scenario library is not ready yet: try later</translation>
    </message>
    <message>
        <source>没有预报过程：先在水情页登记花园口预报，或等本台预报作出</source>
        <translation>No forecast event: enter a Huayuankou forecast under River, or wait for the desk forecast</translation>
    </message>
    <message>
        <source>还没有花园口流量</source>
        <translation>No Huayuankou flow yet</translation>
    </message>
</context>
<context>
    <name>TwinPlots</name>
    <message>
        <source>剖面</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>水深过程</source>
        <translation>Depth over time</translation>
    </message>
</context>
<context>
    <name>TwinSide</name>
    <message>
        <source>两方案之差</source>
        <translation>Difference of two scenarios</translation>
    </message>
    <message>
        <source>受影响对象，按撤离时限排序</source>
        <translation>Affected objects by time left to leave</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Affected</translation>
    </message>
    <message>
        <source>对象 {0}</source>
        <translation>Affected {0}</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>按滩别、网格汇总</source>
        <translation>Totals by terrace and grid</translation>
    </message>
    <message>
        <source>校核</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>模型水面与实测水位</source>
        <translation>Modelled water and measured stages</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>选定方案后，这里按滩别和网格汇总</source>
        <translation>Choose a scenario: totals by terrace and grid come here</translation>
    </message>
</context>
<context>
    <name>TwinSums</name>
    <message>
        <source>亩</source>
        <translation>Mu</translation>
    </message>
    <message>
        <source>人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>农作物损失：面积 × 亩产值 × 按水深的损失比例</source>
        <translation>Crop loss: area × value per mu × share lost at that depth</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>户</source>
        <translation>HH</translation>
    </message>
    <message>
        <source>损失 万元</source>
        <translation>Loss ¥10k</translation>
    </message>
    <message>
        <source>滩别 / 网格</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>牲畜</source>
        <translation>Livestock</translation>
    </message>
    <message>
        <source>重点</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>重点人员</source>
        <translation>Key people</translation>
    </message>
</context>
<context>
    <name>TwinTaking</name>
    <message>
        <source>{0} 份外来成果在本机的存件已损坏，请重新导入：{1}</source>
        <translation>Imported maps damaged on this machine: {0}; import again: {1}</translation>
    </message>
    <message>
        <source>台账里还没有河道、地块等图形，无法核对成果是否在本镇</source>
        <translation>No shapes of river, plots … in the registers: cannot check that the map is of this town</translation>
    </message>
    <message>
        <source>已从本机移除这份外来成果，原文件不动</source>
        <translation>This imported map is removed from this machine; the original file is left alone</translation>
    </message>
    <message>
        <source>已导入外来成果“{0}”，放到方案 B</source>
        <translation>Map "{0}" imported, put in scenario B</translation>
    </message>
</context>
<context>
    <name>TwinWords</name>
    <message>
        <source>{0:g} m</source>
        <translation>{0:g} m</translation>
    </message>
    <message>
        <source>{0:g} m 网格</source>
        <translation>{0:g} m cells</translation>
    </message>
    <message>
        <source>{0} m 粗网格预览，细网格结果随后替换</source>
        <translation>{0} m coarse preview; finer result will replace it</translation>
    </message>
    <message>
        <source>{0} m³/s</source>
        <translation>{0} m³/s</translation>
    </message>
    <message>
        <source>{0} 成图</source>
        <translation>made {0}</translation>
    </message>
    <message>
        <source>与实测水位相差：偏 {0} m，离散 {1} m</source>
        <translation>Against measured stages: bias {0} m, spread {1} m</translation>
    </message>
    <message>
        <source>低于方案库下限，按 {1} m³/s 显示（要求 {0}）</source>
        <translation>Below the library: shown at {1} m³/s (asked {0})</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>内插误差 ±{0:.0f} cm</source>
        <translation>interpolation error ±{0:.0f} cm</translation>
    </message>
    <message>
        <source>到达时间</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>到达时间为区间，由两侧方案给出</source>
        <translation>Arrival is an interval between the neighbouring scenarios</translation>
    </message>
    <message>
        <source>危险度 h·v</source>
        <translation>Hazard</translation>
    </message>
    <message>
        <source>只有最大值，没有过程</source>
        <translation>Greatest values only</translation>
    </message>
    <message>
        <source>图片 PNG（地图与图例）</source>
        <translation>PNG picture (map and legend)</translation>
    </message>
    <message>
        <source>地块</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>地形</source>
        <translation>terrain</translation>
    </message>
    <message>
        <source>坝垛</source>
        <translation>Spurs</translation>
    </message>
    <message>
        <source>基面不同</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>外来成果</source>
        <translation>Imported map</translation>
    </message>
    <message>
        <source>外来成果：适用条件以来源说明为准</source>
        <translation>Imported map: limits as stated by its source</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Shelters</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>实况</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>实况 {0} m³/s</source>
        <translation>Live {0} m³/s</translation>
    </message>
    <message>
        <source>差 B−A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>已停</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>已停在 {0:.0f} %</source>
        <translation>Stopped at {0:.0f} %</translation>
    </message>
    <message>
        <source>已由直接模拟替换</source>
        <translation>Replaced by a direct run</translation>
    </message>
    <message>
        <source>并排</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>成图之后地形、糙率或模型已改，结果过时</source>
        <translation>Terrain, friction or model changed since it was made: out of date</translation>
    </message>
    <message>
        <source>指定流量</source>
        <translation>Set flow</translation>
    </message>
    <message>
        <source>排队</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>摄像机</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>撤离路线</source>
        <translation>Routes out</translation>
    </message>
    <message>
        <source>方案A</source>
        <translation>Scenario A</translation>
    </message>
    <message>
        <source>方案B</source>
        <translation>Scenario B</translation>
    </message>
    <message>
        <source>方案库 {0}</source>
        <translation>Library {0}</translation>
    </message>
    <message>
        <source>方案库 {0}/{1}</source>
        <translation>Library {0}/{1}</translation>
    </message>
    <message>
        <source>方案库内插</source>
        <translation>interpolated</translation>
    </message>
    <message>
        <source>最大水深</source>
        <translation>Max. depth</translation>
    </message>
    <message>
        <source>栅格 GeoTIFF（水深、到达、历时、流速）</source>
        <translation>GeoTIFF raster (depth, arrival, duration, velocity)</translation>
    </message>
    <message>
        <source>模型外</source>
        <translation>outside</translation>
    </message>
    <message>
        <source>横断面</source>
        <translation>Cross-section</translation>
    </message>
    <message>
        <source>正在直接模拟这一流量，完成后替换内插结果</source>
        <translation>A direct run at this flow is going on; it will replace the interpolation</translation>
    </message>
    <message>
        <source>正在计算首批方案 {0}/{1}{2}</source>
        <translation>Computing first scenarios {0}/{1}{2}</translation>
    </message>
    <message>
        <source>求解器版本</source>
        <translation>solver version</translation>
    </message>
    <message>
        <source>没有地面高程，不能给出水位与剖面</source>
        <translation>No ground levels: no stages or profiles</translation>
    </message>
    <message>
        <source>没有算成</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>沿河</source>
        <translation>Along river</translation>
    </message>
    <message>
        <source>洪水过程线</source>
        <translation>hydrograph</translation>
    </message>
    <message>
        <source>流速</source>
        <translation>Velocity</translation>
    </message>
    <message>
        <source>淹没历时</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>溃口 {0} · {1} m³/s</source>
        <translation>Breach {0} · {1} m³/s</translation>
    </message>
    <message>
        <source>溃口 · {0} m³/s</source>
        <translation>Breach · {0} m³/s</translation>
    </message>
    <message>
        <source>溃口假设</source>
        <translation>Assumed breach</translation>
    </message>
    <message>
        <source>物资点</source>
        <translation>Depots</translation>
    </message>
    <message>
        <source>画线…</source>
        <translation>Draw line…</translation>
    </message>
    <message>
        <source>留出 {0} m³/s 不入库、直接模拟比对：水深均方根误差 {1:.1f} cm，范围吻合度 CSI {2:.2f}</source>
        <translation>Left-out run at {0} m³/s (not in the library), compared: depth RMSE {1:.1f} cm, extent CSI {2:.2f}</translation>
    </message>
    <message>
        <source>直接模拟</source>
        <translation>direct run</translation>
    </message>
    <message>
        <source>相差过大</source>
        <translation>too far</translation>
    </message>
    <message>
        <source>矢量 GeoJSON（水深分级）</source>
        <translation>GeoJSON vector (depth classes)</translation>
    </message>
    <message>
        <source>种植户</source>
        <translation>Growers</translation>
    </message>
    <message>
        <source>糙率</source>
        <translation>friction</translation>
    </message>
    <message>
        <source>表格 xlsx（受影响对象清单）</source>
        <translation>xlsx table (affected objects)</translation>
    </message>
    <message>
        <source>超出方案库上限，按 {1} m³/s 显示（要求 {0}）</source>
        <translation>Above the library: shown at {1} m³/s (asked {0})</translation>
    </message>
    <message>
        <source>过时</source>
        <translation>stale</translation>
    </message>
    <message>
        <source>还没有方案库</source>
        <translation>No scenario library yet</translation>
    </message>
    <message>
        <source>还需 {0:.1f} h</source>
        <translation>{0:.1f} h left</translation>
    </message>
    <message>
        <source>还需 {0} min</source>
        <translation>{0} min left</translation>
    </message>
    <message>
        <source>还需 {0} s</source>
        <translation>{0} s left</translation>
    </message>
    <message>
        <source>适用：亚临界缓流（Fr&lt;0.5）；非溃坝激波模型；定床，不计冲淤</source>
        <translation>Holds for subcritical flow (Fr&lt;0.5); no dam-break shocks; fixed bed, no scour or deposition</translation>
    </message>
    <message>
        <source>逐时水深</source>
        <translation>Hourly</translation>
    </message>
    <message>
        <source>道路</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>重点人员</source>
        <translation>Key people</translation>
    </message>
    <message>
        <source>预报过程</source>
        <translation>Forecast event</translation>
    </message>
    <message>
        <source>预报过程 · 洪峰 {0} m³/s</source>
        <translation>Forecast event · peak {0} m³/s</translation>
    </message>
    <message>
        <source>首次启动，正在编译求解器</source>
        <translation>First start: compiling the solver</translation>
    </message>
    <message>
        <source>首次启动，正在编译求解器，约半分钟</source>
        <translation>First start: compiling the solver, about half a minute</translation>
    </message>
    <message>
        <source>，到达 ±{0:.0f} 分</source>
        <translation>, arrival ±{0:.0f} min</translation>
    </message>
    <message>
        <source>，到达时间 95% 在 {0:.0f} 分以内</source>
        <translation>, arrival 95% within {0:.0f} min</translation>
    </message>
    <message>
        <source>，约 {0}</source>
        <translation>, about {0}</translation>
    </message>
</context>
<context>
    <name>TwinWorkspace</name>
    <message>
        <source>先点地图一处，横断面从那里切过河道和大堤</source>
        <translation>First click the map; the section cuts river and levee there</translation>
    </message>
    <message>
        <source>先粗后细：80 m 网格两分钟内可看，40 m、20 m 在后台接着算</source>
        <translation>Coarse first: 80 m cells within two minutes, 40 m and 20 m follow in the background</translation>
    </message>
    <message>
        <source>只有最大值，没有过程</source>
        <translation>Greatest values only</translation>
    </message>
    <message>
        <source>在图上点一处堤防，作为溃口位置</source>
        <translation>Click a place on the levee: the breach</translation>
    </message>
    <message>
        <source>在图上逐点画线，双击结束</source>
        <translation>Click points along the line; double-click to finish</translation>
    </message>
    <message>
        <source>在左侧选一个方案</source>
        <translation>Choose a scenario on the left</translation>
    </message>
    <message>
        <source>流量比较</source>
        <translation>Compare flows</translation>
    </message>
    <message>
        <source>淹没推演</source>
        <translation>Inundation</translation>
    </message>
    <message>
        <source>溃口</source>
        <translation>Breach</translation>
    </message>
</context>
<context>
    <name>UsersTab</name>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>口令不符</source>
        <translation>Wrong passphrase</translation>
    </message>
    <message>
        <source>在席：{0}</source>
        <translation>At the desk: {0}</translation>
    </message>
    <message>
        <source>接班</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>核对口令后由此人接班，记入日志（Enter）</source>
        <translation>This person takes over after the passphrase; journaled (Enter)</translation>
    </message>
    <message>
        <source>没有席位用户，任何人都可以签发；请导入用户台账</source>
        <translation>No desk users: anybody can sign off. Import the register of users</translation>
    </message>
    <message>
        <source>由{0}接班</source>
        <translation>{0} takes over</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>不认识这部手机，或数字不一致</source>
        <translation>Unknown phone, or the digits differ</translation>
    </message>
    <message>
        <source>与手机上的四位数字一致才确认</source>
        <translation>Confirm only if it matches the four digits on the phone</translation>
    </message>
    <message>
        <source>手机上显示的也是这四位数字</source>
        <translation>The phone shows these four digits too</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Turn away</translation>
    </message>
    <message>
        <source>拒绝{0}的手机</source>
        <translation>Turn away the phone of {0}</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认{0}登记</source>
        <translation>Confirm {0}</translation>
    </message>
    <message>
        <source>确认登记</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>配对号 {0}</source>
        <translation>Pairing number {0}</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>{0} 部手机等待确认</source>
        <translation>Phones to be confirmed: {0}</translation>
    </message>
    <message>
        <source>另有 {0} 部手机等待确认</source>
        <translation>{0} more phones wait to be confirmed</translation>
    </message>
    <message>
        <source>请他念手机上的四位数字，一致才确认</source>
        <translation>Have them read out the four digits; confirm only on a match</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>{0} · 约 {1}</source>
        <translation>{0} · about {1}</translation>
    </message>
    <message>
        <source>{0} 户</source>
        <translation>{0} households</translation>
    </message>
    <message>
        <source>{0} 流量 {1} m³/s</source>
        <translation>{0} flow {1} m³/s</translation>
    </message>
    <message>
        <source>{0} 预报 {1} m³/s，{2}</source>
        <translation>{0} forecast {1} m³/s, {2}</translation>
    </message>
    <message>
        <source>{0}日</source>
        <translation>day {0}</translation>
    </message>
    <message>
        <source>{0}级</source>
        <translation>Level {0}</translation>
    </message>
    <message>
        <source>{0}险情</source>
        <translation>{0} incident</translation>
    </message>
    <message>
        <source>→ 平稳</source>
        <translation>→ steady</translation>
    </message>
    <message>
        <source>↗ 涨 {0}/h</source>
        <translation>↗ +{0}/h</translation>
    </message>
    <message>
        <source>↘ 落 {0}/h</source>
        <translation>↘ −{0}/h</translation>
    </message>
    <message>
        <source>上级命令</source>
        <translation>Superior order</translation>
    </message>
    <message>
        <source>下一界限 {0}</source>
        <translation>Next bound {0}</translation>
    </message>
    <message>
        <source>下达任务 {0} 项</source>
        <translation>{0} tasks issued</translation>
    </message>
    <message>
        <source>任务核验通过 {0} 项</source>
        <translation>{0} tasks verified</translation>
    </message>
    <message>
        <source>发出推送，{0} 人</source>
        <translation>Push sent to {0}</translation>
    </message>
    <message>
        <source>存储故障</source>
        <translation>Store fault</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>observed</translation>
    </message>
    <message>
        <source>差 {0}</source>
        <translation>{0} to go</translation>
    </message>
    <message>
        <source>接上级命令：{0}</source>
        <translation>Superior order: {0}</translation>
    </message>
    <message>
        <source>无响应</source>
        <translation>No response</translation>
    </message>
    <message>
        <source>智能石头{0} {1} 处</source>
        <translation>Smart stones {0}: {1}</translation>
    </message>
    <message>
        <source>本台 {0}</source>
        <translation>Desk {0}</translation>
    </message>
    <message>
        <source>本台预报</source>
        <translation>desk forecast</translation>
    </message>
    <message>
        <source>来源中断</source>
        <translation>Source down</translation>
    </message>
    <message>
        <source>橙色预警</source>
        <translation>Orange warning</translation>
    </message>
    <message>
        <source>水情过时</source>
        <translation>River stale</translation>
    </message>
    <message>
        <source>测站失联</source>
        <translation>Station out of contact</translation>
    </message>
    <message>
        <source>签发 {0}</source>
        <translation>Signed off: {0}</translation>
    </message>
    <message>
        <source>红色预警</source>
        <translation>Red warning</translation>
    </message>
    <message>
        <source>蓝色预警</source>
        <translation>Blue warning</translation>
    </message>
    <message>
        <source>距{0} {1}</source>
        <translation>{0} at {1}</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>险情销号</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>险情：{0}（{1}）</source>
        <translation>Incident: {0} ({1})</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>forecast</translation>
    </message>
    <message>
        <source>预报 {0}</source>
        <translation>Forecast {0}</translation>
    </message>
    <message>
        <source>高 {0}</source>
        <translation>{0} above</translation>
    </message>
    <message>
        <source>黄色预警</source>
        <translation>Yellow warning</translation>
    </message>
</context>
<context>
    <name>WallCurve</name>
    <message>
        <source>尚无花园口报汛</source>
        <translation>No Huayuankou reading yet</translation>
    </message>
    <message>
        <source>流量过程线</source>
        <translation>Flow hydrograph</translation>
    </message>
</context>
<context>
    <name>WallFoot</name>
    <message>
        <source>尚无动态</source>
        <translation>Nothing yet</translation>
    </message>
</context>
<context>
    <name>WallHead</name>
    <message>
        <source>花园口镇防汛指挥部</source>
        <translation>Huayuankou Town Flood HQ</translation>
    </message>
</context>
<context>
    <name>WallTab</name>
    <message>
        <source> 秒</source>
        <translation> s</translation>
    </message>
    <message>
        <source>{0:.1f} m 外：文字 {1:.1f}′（{2} px），数字 {3:.1f}′（{4} px）；画面宽 {5:,.0f} mm。</source>
        <translation>At {0:.1f} m: text {1:.1f}′ ({2} px), figures {3:.1f}′ ({4} px); screen {5:,.0f} mm wide.</translation>
    </message>
    <message>
        <source>在第二块屏幕上打开；只有一块屏幕时为一个窗口（Ctrl+F11）</source>
        <translation>Opens on the second screen; a window where there is only one (Ctrl+F11)</translation>
    </message>
    <message>
        <source>大屏显示</source>
        <translation>The wall shows</translation>
    </message>
    <message>
        <source>大屏未打开。打开后在此核对可读距离。</source>
        <translation>The wall is closed. Once open, its reading distance is checked here.</translation>
    </message>
    <message>
        <source>字高按视角定：文字不小于 {0:.0f}′，数字不小于 {1:.0f}′（NUREG-0700 §1.3.1-4、ISO 9241）。放不下时减少内容，不缩小字号；大屏不显示姓名、电话、照片和口述文字。</source>
        <translation>Type is sized by visual angle: text at least {0:.0f}′, figures {1:.0f}′ (NUREG-0700 §1.3.1-4, ISO 9241). Where room is short there is less content, never smaller type. The wall shows no names, phones, photos or dictated words.</translation>
    </message>
    <message>
        <source>打开大屏</source>
        <translation>Open the wall</translation>
    </message>
    <message>
        <source>按屏幕自报</source>
        <translation>as the screen says</translation>
    </message>
    <message>
        <source>收起大屏</source>
        <translation>Close the wall</translation>
    </message>
    <message>
        <source>显示(&amp;F)</source>
        <translation>Shows (&amp;F)</translation>
    </message>
    <message>
        <source>最远座位距离(&amp;D)</source>
        <translation>Farthest seat (&amp;D)</translation>
    </message>
    <message>
        <source>此距离下放不全的页：{0}。请靠近、换大屏幕，或由值班员口述。</source>
        <translation>Pages that do not fit at this distance: {0}. Move closer, take a larger screen, or have them read out.</translation>
    </message>
    <message>
        <source>每页停留(&amp;P)</source>
        <translation>Each page (&amp;P)</translation>
    </message>
    <message>
        <source>画面宽度(&amp;W)</source>
        <translation>Screen width (&amp;W)</translation>
    </message>
    <message>
        <source>自行轮播，不显示推演</source>
        <translation>its own tour, no what-if</translation>
    </message>
    <message>
        <source>跟随指挥桌面</source>
        <translation>what the desk shows</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>安澜 · 大屏</source>
        <translation>Anlan · wall</translation>
    </message>
</context>
<context>
    <name>WarningCard</name>
    <message>
        <source>{0} m³/s，{1}</source>
        <translation>{0} m³/s, {1}</translation>
    </message>
    <message>
        <source>{0}级</source>
        <translation>Level {0}</translation>
    </message>
    <message>
        <source>{0}预警</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}（推演）</source>
        <translation>{0}?</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>依据与条款</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>公路已断，{0}</source>
        <translation>Road cut: {0}</translation>
    </message>
    <message>
        <source>到预案页，看本级条款和出处</source>
        <translation>To the plan: clauses of this level and their source</translation>
    </message>
    <message>
        <source>够用</source>
        <translation>Enough</translation>
    </message>
    <message>
        <source>官方预报（{0}）已过时，{1}</source>
        <translation>Official forecast ({0}) lapsed: {1}</translation>
    </message>
    <message>
        <source>官方预报（{0}）已过时，不再参与等级判断；现建议：{1}</source>
        <translation>Official forecast ({0}) lapsed and no longer counts; now suggested: {1}</translation>
    </message>
    <message>
        <source>尚无花园口报汛</source>
        <translation>No Huayuankou reading yet</translation>
    </message>
    <message>
        <source>建议 {0}</source>
        <translation>Suggest {0}</translation>
    </message>
    <message>
        <source>当前无响应</source>
        <translation>No response in force</translation>
    </message>
    <message>
        <source>打开签发单（F9）</source>
        <translation>Open the sign-off sheet (F9)</translation>
    </message>
    <message>
        <source>打开签发单：先看清将下达和撤销什么，再签发（F9）</source>
        <translation>Open the sign-off sheet: see what is issued and withdrawn, then sign off (F9)</translation>
    </message>
    <message>
        <source>按实测</source>
        <translation>by observation</translation>
    </message>
    <message>
        <source>按实测和本台预报</source>
        <translation>by observation and desk forecast</translation>
    </message>
    <message>
        <source>接上级令…</source>
        <translation>Order…</translation>
    </message>
    <message>
        <source>滩区</source>
        <translation>Floodplain</translation>
    </message>
    <message>
        <source>现行 {0} · {1} 签发 · {2}</source>
        <translation>Standing {0} · signed {1} · {2}</translation>
    </message>
    <message>
        <source>现行：尚未签发过响应</source>
        <translation>Standing: no response signed off yet</translation>
    </message>
    <message>
        <source>确认 {0}…</source>
        <translation>Sign {0}…</translation>
    </message>
    <message>
        <source>签发…</source>
        <translation>Sign off…</translation>
    </message>
    <message>
        <source>签发到实况…</source>
        <translation>Sign off…</translation>
    </message>
    <message>
        <source>签发到演练…</source>
        <translation>Sign off…</translation>
    </message>
    <message>
        <source>终止响应…</source>
        <translation>End response…</translation>
    </message>
    <message>
        <source>缺人</source>
        <translation>Staff short</translation>
    </message>
    <message>
        <source>缺料</source>
        <translation>Stock short</translation>
    </message>
    <message>
        <source>花园口 {0} m³/s</source>
        <translation>Huayuankou {0} m³/s</translation>
    </message>
    <message>
        <source>花园口 {0} m³/s ≥ {1}</source>
        <translation>Huayuankou {0} m³/s ≥ {1}</translation>
    </message>
    <message>
        <source>花园口 {0} m³/s，低于Ⅳ级触发值</source>
        <translation>Huayuankou {0} m³/s, below level IV</translation>
    </message>
    <message>
        <source>记入上级的命令或响应通知，看现行的、终止已解除的（F10）</source>
        <translation>Enter a superior order or notice, see those in force, end those lifted (F10)</translation>
    </message>
    <message>
        <source>降为 {0}…</source>
        <translation>Lower to {0}…</translation>
    </message>
</context>
<context>
    <name>WarningWords</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} {1}{2}</source>
        <translation>{0} {1} {2}</translation>
    </message>
    <message>
        <source>{0} 亩</source>
        <translation>{0} mu</translation>
    </message>
    <message>
        <source>{0} 人</source>
        <translation>{0} people</translation>
    </message>
    <message>
        <source>{0} 户</source>
        <translation>{0} growers</translation>
    </message>
    <message>
        <source>{0} 等 {1} 项</source>
        <translation>{0} and others, {1} in all</translation>
    </message>
    <message>
        <source>{0} 项</source>
        <translation>{0} items</translation>
    </message>
    <message>
        <source>{0}{1} {2} ≥ {3}</source>
        <translation>{0} {1} {2} ≥ {3}</translation>
    </message>
    <message>
        <source>上级命令：{0}</source>
        <translation>Superior order: {0}</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>新增 {0} · 变更 {1} · 撤销 {2}</source>
        <translation>{0} new · {1} chg · {2} out</translation>
    </message>
    <message>
        <source>本台预报</source>
        <translation>Desk forecast</translation>
    </message>
    <message>
        <source>险情：{0}</source>
        <translation>Incident: {0}</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>Forecast</translation>
    </message>
</context>
<context>
    <name>Watches</name>
    <message>
        <source>{0} · 每 {1}</source>
        <translation>{0} + {1}</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>在做什么</source>
        <translation>Doing</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>报平安</source>
        <translation>Safe report</translation>
    </message>
    <message>
        <source>队伍</source>
        <translation>Squads</translation>
    </message>
</context>
<context>
    <name>WatchesSheet</name>
    <message>
        <source> 人</source>
        <translation> people</translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>{0} 队</source>
        <translation>{0} squads</translation>
    </message>
    <message>
        <source>{0}中不计时：回到实况后再开始</source>
        <translation>No timers in {0}: go back to live first</translation>
    </message>
    <message>
        <source>“{0}”开始计时</source>
        <translation>Start the timer for "{0}"</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>人数不详</source>
        <translation>number unknown</translation>
    </message>
    <message>
        <source>先选队伍</source>
        <translation>Choose a squad first</translation>
    </message>
    <message>
        <source>全员返回，停止计时</source>
        <translation>All returned, stop the timer</translation>
    </message>
    <message>
        <source>写明在做什么</source>
        <translation>Say what they do</translation>
    </message>
    <message>
        <source>哪支队伍或谁</source>
        <translation>Which squad or person</translation>
    </message>
    <message>
        <source>在做什么</source>
        <translation>Doing</translation>
    </message>
    <message>
        <source>在哪里；从地图或险情打开时已带入</source>
        <translation>Where; filled in when opened from map or incident</translation>
    </message>
    <message>
        <source>在外</source>
        <translation>Out now</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>如：冲锋舟搜救、24 坝根石探摸</source>
        <translation>e.g. search by assault boat, sounding root stones at spur 24</translation>
    </message>
    <message>
        <source>对讲机或电话里报了平安，重新计时</source>
        <translation>Reported safe by radio or telephone; the timer starts anew</translation>
    </message>
    <message>
        <source>已报平安</source>
        <translation>Reported safe</translation>
    </message>
    <message>
        <source>已返回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>平安计时</source>
        <translation>Welfare timers</translation>
    </message>
    <message>
        <source>开始计时</source>
        <translation>Start the timer</translation>
    </message>
    <message>
        <source>报平安</source>
        <translation>Report safe</translation>
    </message>
    <message>
        <source>每 </source>
        <translation>every </translation>
    </message>
    <message>
        <source>求援</source>
        <translation>Help called</translation>
    </message>
    <message>
        <source>没有在外的队伍</source>
        <translation>No squads out</translation>
    </message>
    <message>
        <source>电台里说了什么，可不填</source>
        <translation>What the radio said, optional</translation>
    </message>
    <message>
        <source>电话呼叫(&amp;T)</source>
        <translation>&amp;Telephone</translation>
    </message>
    <message>
        <source>记下求援时间；报平安后解除</source>
        <translation>Notes when help was called; released by a safe report</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有返回的队伍</source>
        <translation>Squads not yet returned</translation>
    </message>
</context>
<context>
    <name>WaterMap</name>
    <message>
        <source>淹没图</source>
        <translation>Inundation</translation>
    </message>
</context>
<context>
    <name>WaterMenu</name>
    <message>
        <source>淹没</source>
        <translation>Inundation</translation>
    </message>
    <message>
        <source>淹没图不透明度</source>
        <translation>Inundation opacity</translation>
    </message>
</context>
<context>
    <name>WaterWords</name>
    <message>
        <source>一组</source>
        <translation>1 group</translation>
    </message>
    <message>
        <source>一组巡查 {0} 段</source>
        <translation>one group {0}</translation>
    </message>
    <message>
        <source>不上水</source>
        <translation>not flooded</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>不明 {0} 段</source>
        <translation>unknown {0}</translation>
    </message>
    <message>
        <source>两组</source>
        <translation>2 groups</translation>
    </message>
    <message>
        <source>两组同查 {0} 段</source>
        <translation>two groups {0}</translation>
    </message>
    <message>
        <source>偎堤 {0:.0f}% · 最深 {1:.1f} m，在 {2}</source>
        <translation>Water at levee {0:.0f}% · deepest {1:.1f} m, at {2}</translation>
    </message>
    <message>
        <source>偎堤：堤脚不上水</source>
        <translation>Levee: toe stays dry</translation>
    </message>
    <message>
        <source>偎堤：水情不明</source>
        <translation>Levee: water unknown</translation>
    </message>
    <message>
        <source>偎水较深，临背河两组同时交叉巡查</source>
        <translation>Deep water at the toe: two groups at once, riverside and landside, in opposite order</translation>
    </message>
    <message>
        <source>坝顶为另一基面</source>
        <translation>Crest on another datum</translation>
    </message>
    <message>
        <source>坝顶未注明基面</source>
        <translation>Crest datum not stated</translation>
    </message>
    <message>
        <source>堤脚{0}</source>
        <translation>Toe: {0}</translation>
    </message>
    <message>
        <source>堤脚水情不明</source>
        <translation>Water at the toe unknown</translation>
    </message>
    <message>
        <source>已偎水，一组往返巡查</source>
        <translation>Water at the toe: one group, there and back</translation>
    </message>
    <message>
        <source>常规</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>异基面</source>
        <translation>other datum</translation>
    </message>
    <message>
        <source>无坝顶高程</source>
        <translation>No crest level</translation>
    </message>
    <message>
        <source>无基面</source>
        <translation>no datum</translation>
    </message>
    <message>
        <source>无水位</source>
        <translation>no stage</translation>
    </message>
    <message>
        <source>无高程</source>
        <translation>no level</translation>
    </message>
    <message>
        <source>未偎水，按常规巡查</source>
        <translation>No water at the toe: routine patrol</translation>
    </message>
    <message>
        <source>水情不明</source>
        <translation>water unknown</translation>
    </message>
    <message>
        <source>水深 {0:.1f} m · {1} 到水</source>
        <translation>{0:.1f} m · water at {1}</translation>
    </message>
    <message>
        <source>没有带桩号的堤线或河道线，无法推算偎堤</source>
        <translation>No levee or river line with chainage: water at the levee cannot be given</translation>
    </message>
    <message>
        <source>漫顶 {0:.2f}</source>
        <translation>overtopped {0:.2f}</translation>
    </message>
</context>
<context>
    <name>WebMap</name>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>偏离</source>
        <translation>Off line</translation>
    </message>
    <message>
        <source>单击取点，双击或回车完成，Esc 取消</source>
        <translation>Click to add points, double-click or Enter to finish, Esc to cancel</translation>
    </message>
    <message>
        <source>单击量测距离，Esc 清除，再按 Esc 退出</source>
        <translation>Click to measure; Esc clears, Esc again leaves</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>按住拖动圈选，Esc 退出</source>
        <translation>Hold and drag to lasso; Esc leaves</translation>
    </message>
    <message>
        <source>按住拖动框选，Esc 退出</source>
        <translation>Hold and drag a box; Esc leaves</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>桩号</source>
        <translation>Chainage</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
</context>
<context>
    <name>WebPage</name>
    <message>
        <source>去系统设置填写</source>
        <translation>Open settings</translation>
    </message>
    <message>
        <source>填写后在这里显示；该页面没有任何权限，也不能离开所填的站点。</source>
        <translation>Shown here once entered; the page has no rights and cannot leave the given site.</translation>
    </message>
    <message>
        <source>已拒绝离开所填站点：{0}</source>
        <translation>Refused to leave the given site: {0}</translation>
    </message>
    <message>
        <source>未配置上级平台或水情公报的网址</source>
        <translation>No address set for the superior platform or bulletin</translation>
    </message>
</context>
<context>
    <name>WhereBar</name>
    <message>
        <source>{0}：写明情况（必填）</source>
        <translation>{0}: say how it stands (required)</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>呼叫 {0}</source>
        <translation>Call {0}</translation>
    </message>
    <message>
        <source>户</source>
        <translation>growers</translation>
    </message>
    <message>
        <source>记{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>记{0} {1}，另有 {2} 已在其后，未改</source>
        <translation>{0}: {1}; another {2} already further on, left as they are</translation>
    </message>
    <message>
        <source>记已撤离 {0}</source>
        <translation>Evacuated {0}</translation>
    </message>
    <message>
        <source>记已通知 {0}</source>
        <translation>Told {0}</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>如：新一期预报下调</source>
        <translation>e.g. lowered by the new bulletin</translation>
    </message>
    <message>
        <source>撤回预报</source>
        <translation>Withdraw forecast</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{0} 分钟</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} 天 {1} 小时</source>
        <translation>{0} d {1} h</translation>
    </message>
    <message>
        <source>{0} 小时 {1:02d} 分</source>
        <translation>{0} h {1:02d} min</translation>
    </message>
    <message>
        <source>{0} 秒</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0}前</source>
        <translation>{0} ago</translation>
    </message>
    <message>
        <source>Ⅰ级 红色</source>
        <translation>Level I Red</translation>
    </message>
    <message>
        <source>Ⅱ级 橙色</source>
        <translation>Level II Orange</translation>
    </message>
    <message>
        <source>Ⅲ级 黄色</source>
        <translation>Level III Yellow</translation>
    </message>
    <message>
        <source>Ⅳ级 蓝色</source>
        <translation>Level IV Blue</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Escalate</translation>
    </message>
    <message>
        <source>上游</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>上级命令</source>
        <translation>Superior order</translation>
    </message>
    <message>
        <source>上级指令</source>
        <translation>Superior order</translation>
    </message>
    <message>
        <source>上门</source>
        <translation>Door visit</translation>
    </message>
    <message>
        <source>下落不明</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>不属实</source>
        <translation>Unfounded</translation>
    </message>
    <message>
        <source>不能到</source>
        <translation>Cannot come</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>二滩</source>
        <translation>Mid terrace</translation>
    </message>
    <message>
        <source>人工下达</source>
        <translation>Issued by hand</translation>
    </message>
    <message>
        <source>任务进展</source>
        <translation>Task progress</translation>
    </message>
    <message>
        <source>会商表决</source>
        <translation>Briefing poll</translation>
    </message>
    <message>
        <source>免除</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>入户情况</source>
        <translation>Household visit</translation>
    </message>
    <message>
        <source>公开发布</source>
        <translation>Public issue</translation>
    </message>
    <message>
        <source>到</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>到位</source>
        <translation>Arrive</translation>
    </message>
    <message>
        <source>剩 {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>副职</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>力量物资到位</source>
        <translation>Forces, materials on site</translation>
    </message>
    <message>
        <source>加密观测</source>
        <translation>Close watch</translation>
    </message>
    <message>
        <source>反馈进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>发送失败</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>变</source>
        <translation>~</translation>
    </message>
    <message>
        <source>可信度中</source>
        <translation>Medium confidence</translation>
    </message>
    <message>
        <source>可信度低</source>
        <translation>Low confidence</translation>
    </message>
    <message>
        <source>可信度高</source>
        <translation>High confidence</translation>
    </message>
    <message>
        <source>启动</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>善后</source>
        <translation>Aftermath</translation>
    </message>
    <message>
        <source>四乱违法</source>
        <translation>Illegal use</translation>
    </message>
    <message>
        <source>回放</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>基本控制</source>
        <translation>Under control</translation>
    </message>
    <message>
        <source>处置中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>复核推送</source>
        <translation>Approve pushes</translation>
    </message>
    <message>
        <source>大喇叭</source>
        <translation>Loudspeaker</translation>
    </message>
    <message>
        <source>嫩滩</source>
        <translation>Low bar</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>定级</source>
        <translation>Grading</translation>
    </message>
    <message>
        <source>实况</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Observed</translation>
    </message>
    <message>
        <source>实测流量</source>
        <translation>Observed flow</translation>
    </message>
    <message>
        <source>工程险情</source>
        <translation>Works incident</translation>
    </message>
    <message>
        <source>工程隐患</source>
        <translation>Works defect</translation>
    </message>
    <message>
        <source>已下达</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>已免除</source>
        <translation>Exempted</translation>
    </message>
    <message>
        <source>已到位</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已发出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已并案</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已接通</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Retracted</translation>
    </message>
    <message>
        <source>已撤离</source>
        <translation>Evacuated</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已核实</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>已核验</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已通知</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>席位告知</source>
        <translation>Told at the desk</translation>
    </message>
    <message>
        <source>常态</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>开始巡查</source>
        <translation>Patrol started</translation>
    </message>
    <message>
        <source>待叫应</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To approve</translation>
    </message>
    <message>
        <source>待核实</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>待核验</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>手机页面</source>
        <translation>Phone page</translation>
    </message>
    <message>
        <source>执行中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>技防告警</source>
        <translation>Sensor alarm</translation>
    </message>
    <message>
        <source>抢护中</source>
        <translation>Being fought</translation>
    </message>
    <message>
        <source>报平安</source>
        <translation>Reported safe</translation>
    </message>
    <message>
        <source>拒绝撤离</source>
        <translation>Refuses</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>推送回执</source>
        <translation>Push answered</translation>
    </message>
    <message>
        <source>撤离中</source>
        <translation>Leaving</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Reassign</translation>
    </message>
    <message>
        <source>政务通信</source>
        <translation>Messenger</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>新</source>
        <translation>+</translation>
    </message>
    <message>
        <source>方案审批</source>
        <translation>Scheme approval</translation>
    </message>
    <message>
        <source>无响应</source>
        <translation>No response</translation>
    </message>
    <message>
        <source>时刻周期</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>晃动</source>
        <translation>Shaking</translation>
    </message>
    <message>
        <source>未叫应</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>未应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>未通知</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>未通过</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>本台预报</source>
        <translation>Desk forecast</translation>
    </message>
    <message>
        <source>查看个人信息</source>
        <translation>See personal data</translation>
    </message>
    <message>
        <source>核验通过</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>涉水安全</source>
        <translation>Water safety</translation>
    </message>
    <message>
        <source>涨水</source>
        <translation>Rising</translation>
    </message>
    <message>
        <source>滩区人员</source>
        <translation>Floodplain people</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>点名应答</source>
        <translation>Roll-call answer</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>物资设施</source>
        <translation>Stock, facilities</translation>
    </message>
    <message>
        <source>环境水质</source>
        <translation>Water quality</translation>
    </message>
    <message>
        <source>现场警戒</source>
        <translation>Cordon</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>移位</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>等级变更</source>
        <translation>Level change</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>系统设定</source>
        <translation>Assumed</translation>
    </message>
    <message>
        <source>结束巡查</source>
        <translation>Patrol ended</translation>
    </message>
    <message>
        <source>续</source>
        <translation>=</translation>
    </message>
    <message>
        <source>维护台账与设置</source>
        <translation>Keep registers and settings</translation>
    </message>
    <message>
        <source>背河</source>
        <translation>Landside</translation>
    </message>
    <message>
        <source>舆情民生</source>
        <translation>Public concern</translation>
    </message>
    <message>
        <source>解除复核</source>
        <translation>Stand-down check</translation>
    </message>
    <message>
        <source>走失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>超时 {0}</source>
        <translation>{0} late</translation>
    </message>
    <message>
        <source>较大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>过程</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>退水</source>
        <translation>Receding</translation>
    </message>
    <message>
        <source>重大</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>销号归档</source>
        <translation>Closed, filed</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>险情事件</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>需要支援</source>
        <translation>Needs help</translation>
    </message>
    <message>
        <source>预备</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>预报流量</source>
        <translation>Forecast flow</translation>
    </message>
    <message>
        <source>首报</source>
        <translation>First report</translation>
    </message>
    <message>
        <source>高滩</source>
        <translation>High terrace</translation>
    </message>
</context>
<context>
    <name>Works</name>
    <message>
        <source>{0} 坝 {1} 垛 {2} 护岸</source>
        <translation>{0} spurs, {1} buttresses, {2} revetments</translation>
    </message>
    <message>
        <source>代次</source>
        <translation>Gen.</translation>
    </message>
    <message>
        <source>偎堤水深 m</source>
        <translation>Depth at levee m</translation>
    </message>
    <message>
        <source>偎堤长度</source>
        <translation>Length with water</translation>
    </message>
    <message>
        <source>同坝 {0}</source>
        <translation>same spur {0}</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>在岗/编成</source>
        <translation>On duty/strength</translation>
    </message>
    <message>
        <source>坝号</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>坝岸</source>
        <translation>Spurs</translation>
    </message>
    <message>
        <source>埋深 m</source>
        <translation>Depth m</translation>
    </message>
    <message>
        <source>就近巡防队</source>
        <translation>Nearest patrol squad</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>巡查方式</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>已核</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>技术</source>
        <translation>Tech.</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>智能石头</source>
        <translation>Stones</translation>
    </message>
    <message>
        <source>根石深 m</source>
        <translation>Root m</translation>
    </message>
    <message>
        <source>桩号</source>
        <translation>Chainage</translation>
    </message>
    <message>
        <source>没有队伍</source>
        <translation>No squad</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>相邻异常</source>
        <translation>Abnormal nearby</translation>
    </message>
    <message>
        <source>石头</source>
        <translation>Stone</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>行政</source>
        <translation>Admin.</translation>
    </message>
    <message>
        <source>设定，待核</source>
        <translation>Assumed, to check</translation>
    </message>
    <message>
        <source>责任段</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>超高 m</source>
        <translation>Fbd m</translation>
    </message>
    <message>
        <source>邻坝 {0}</source>
        <translation>next spur {0}</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Part</translation>
    </message>
</context>
<context>
    <name>WorksWorkspace</name>
    <message>
        <source> 等 {0} 颗</source>
        <translation> … {0} stones</translation>
    </message>
    <message>
        <source>{0:.1f} m</source>
        <translation>{0:.1f} m</translation>
    </message>
    <message>
        <source>{0} · 两组同查 {1}</source>
        <translation>{0} · two groups {1}</translation>
    </message>
    <message>
        <source>{0} · 异常 {1}</source>
        <translation>{0} · {1} abnormal</translation>
    </message>
    <message>
        <source>上方堤线可点选，左右键逐坝移动</source>
        <translation>Click the levee line above; ← → move spur by spur</translation>
    </message>
    <message>
        <source>人工复核 {0}</source>
        <translation>Check by hand {0}</translation>
    </message>
    <message>
        <source>人工复核：先在“智能石头”表选一颗或几颗</source>
        <translation>Check by hand: choose stones in the table first</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>坝岸</source>
        <translation>Spurs</translation>
    </message>
    <message>
        <source>坝岸 {0}</source>
        <translation>Spurs {0}</translation>
    </message>
    <message>
        <source>坝数与桩号为系统设定，待河务部门核对</source>
        <translation>Spur counts and chainages are assumed, to be checked by the river bureau</translation>
    </message>
    <message>
        <source>坝顶高程</source>
        <translation>Crest</translation>
    </message>
    <message>
        <source>复核说明</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>复核说明：谁、何时、看到什么（必填）</source>
        <translation>Check: who, when, what was seen (required)</translation>
    </message>
    <message>
        <source>巡查责任人</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>工程 {0}</source>
        <translation>Works {0}</translation>
    </message>
    <message>
        <source>技术责任人</source>
        <translation>Technical</translation>
    </message>
    <message>
        <source>智能石头</source>
        <translation>Smart stones</translation>
    </message>
    <message>
        <source>智能石头 {0}</source>
        <translation>Smart stones {0}</translation>
    </message>
    <message>
        <source>未注明基面</source>
        <translation>datum not stated</translation>
    </message>
    <message>
        <source>未落实</source>
        <translation>Not filled</translation>
    </message>
    <message>
        <source>根石深</source>
        <translation>Root stone depth</translation>
    </message>
    <message>
        <source>桩号</source>
        <translation>Chainage</translation>
    </message>
    <message>
        <source>水情</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>没有台账，请在 系统·数据 导入</source>
        <translation>No register: import it under System · Data</translation>
    </message>
    <message>
        <source>没有这种状态的石头</source>
        <translation>No stones in this state</translation>
    </message>
    <message>
        <source>点一道坝或一颗石头</source>
        <translation>Choose a spur or a stone</translation>
    </message>
    <message>
        <source>石头状态</source>
        <translation>State of the stone</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>行政责任人</source>
        <translation>Administrative</translation>
    </message>
    <message>
        <source>记录 {0} 颗石头的状态</source>
        <translation>Record the state of {0} stones</translation>
    </message>
    <message>
        <source>记录状态</source>
        <translation>Record state</translation>
    </message>
    <message>
        <source>责任段</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>责任段 {0}</source>
        <translation>Sections {0}</translation>
    </message>
    <message>
        <source>超高</source>
        <translation>Freeboard</translation>
    </message>
    <message>
        <source>这道坝没有布设</source>
        <translation>None on this spur</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>Select</translation>
    </message>
</context>
<context>
    <name>_Controls</name>
    <message>
        <source>上一页（←）</source>
        <translation>Page before (←)</translation>
    </message>
    <message>
        <source>下一页（→）</source>
        <translation>Next page (→)</translation>
    </message>
    <message>
        <source>停住或继续轮播（空格）</source>
        <translation>Hold or go on with the tour (Space)</translation>
    </message>
    <message>
        <source>收起大屏</source>
        <translation>Close the wall</translation>
    </message>
    <message>
        <source>跟随指挥桌面，或自行轮播</source>
        <translation>Follow the desk, or tour by itself</translation>
    </message>
</context>
</TS>
