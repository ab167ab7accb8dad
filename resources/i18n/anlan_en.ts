<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>Anlan</name>
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
        <source>待办任务</source>
        <translation>Tasks to do</translation>
    </message>
    <message>
        <source>快捷调度</source>
        <translation>Quick dispatch</translation>
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
        <source>重新启动后生效</source>
        <translation>Takes effect after a restart</translation>
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
    <name>Answers</name>
    <message>
        <source>非实况状态，未向外发送</source>
        <translation>Not live: nothing was sent</translation>
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
        <source>共 {0} 人，每人一条 · 有电话 {1} 人</source>
        <translation>{0} people, one message each · {1} with a phone</translation>
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
        <source>加入接收范围</source>
        <translation>Add to the recipients</translation>
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
        <source>按网格</source>
        <translation>By grid</translation>
    </message>
    <message>
        <source>按队伍</source>
        <translation>By squad</translation>
    </message>
    <message>
        <source>接收范围</source>
        <translation>Recipients</translation>
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
        <source>种植户类型</source>
        <translation>Growers by kind</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
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
        <source>还没有通话记录</source>
        <translation>No calls yet</translation>
    </message>
    <message>
        <source>通话记录</source>
        <translation>Call log</translation>
    </message>
    <message>
        <source>需要支援(&amp;3)</source>
        <translation>Needs help (&amp;3)</translation>
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
        <source>上水按各地块登记的上水流量推算，属设定；水动力淹没推演由后续版本提供。</source>
        <translation>Flooding follows the flow registered for each plot, an assumption; a hydrodynamic model comes later.</translation>
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
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部网格人员</source>
        <translation>All grid workers</translation>
    </message>
    <message>
        <source>圈选 {0} 人/队</source>
        <translation>{0} selected on the map</translation>
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
        <source>种植户 {0}</source>
        <translation>Growers {0}</translation>
    </message>
    <message>
        <source>网格 {0}</source>
        <translation>Grid {0}</translation>
    </message>
    <message>
        <source>重点人员 {0}</source>
        <translation>Key people {0}</translation>
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
        <source>一键推送…</source>
        <translation>Push…</translation>
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
        <source>放下圈选</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>没有登记的责任人，附近也没有可调度的队伍</source>
        <translation>No person in charge registered and no squad nearby</translation>
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
        <source>群呼 {0} 人</source>
        <translation>Call {0} people</translation>
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
    <name>Finder</name>
    <message>
        <source>↑↓ 选择 · Enter 选中并定位 · Ctrl+Enter 打电话 · Esc 收起</source>
        <translation>↑↓ choose · Enter select and locate · Ctrl+Enter call · Esc close</translation>
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
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>流量 m³/s</source>
        <translation>Flow m³/s</translation>
    </message>
    <message>
        <source>须有流量和来源（发布单位、期号）</source>
        <translation>Flow and source (office, bulletin no.) needed</translation>
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
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
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
        <source>水位 m · {0}</source>
        <translation>Stage m · {0}</translation>
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
    <name>HydrologyWorkspace</name>
    <message>
        <source>{0} 站</source>
        <translation>{0} stations</translation>
    </message>
    <message>
        <source>{0} 站超时效</source>
        <translation>{0} overdue</translation>
    </message>
    <message>
        <source>上级平台</source>
        <translation>Superior platform</translation>
    </message>
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
        <source>报汛记录</source>
        <translation>Readings</translation>
    </message>
    <message>
        <source>报汛记录 · {0}</source>
        <translation>Readings · {0}</translation>
    </message>
    <message>
        <source>最近 {0} 次</source>
        <translation>Last {0}</translation>
    </message>
    <message>
        <source>未配置上级平台或水情公报的网址</source>
        <translation>No address set for the superior platform or bulletin</translation>
    </message>
    <message>
        <source>水位</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>水位流量关系</source>
        <translation>Rating curve</translation>
    </message>
    <message>
        <source>没有登记测站：在“系统”页导入测站台账</source>
        <translation>No stations: import the register of stations on the System page</translation>
    </message>
    <message>
        <source>测站</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>该站尚无报汛</source>
        <translation>No readings of this station yet</translation>
    </message>
    <message>
        <source>过程线</source>
        <translation>Hydrograph</translation>
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
        <translation>Stage datum (where the file names none)</translation>
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
    <name>IncidentSheet</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
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
        <source>接报 {0}：{1}</source>
        <translation>Reported {0}: {1}</translation>
    </message>
    <message>
        <source>接报建议：{0}。等级由技术责任人到场后按险情分级表确定，系统不代定。</source>
        <translation>Report suggests {0}. The technical officer on site sets the grade by the table; the desk does not.</translation>
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
        <source>种类(&amp;K)</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>等级(&amp;G)</source>
        <translation>&amp;Grade</translation>
    </message>
    <message>
        <source>说明(&amp;T)</source>
        <translation>No&amp;tes</translation>
    </message>
    <message>
        <source>请定级</source>
        <translation>Set the grade</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>部位(&amp;P)</source>
        <translation>&amp;Place</translation>
    </message>
    <message>
        <source>险情种类</source>
        <translation>Kind of incident</translation>
    </message>
    <message>
        <source>险情等级</source>
        <translation>Grade of incident</translation>
    </message>
    <message>
        <source>预案中没有随“{0}”触发的指令</source>
        <translation>The plan has no instruction triggered by "{0}"</translation>
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
        <source>下令</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>人工报汛</source>
        <translation>Manual reading</translation>
    </message>
    <message>
        <source>全局</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>切换工作区</source>
        <translation>Change workspace</translation>
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
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>复制表格所选行</source>
        <translation>Copy chosen rows of a table</translation>
    </message>
    <message>
        <source>录入预报</source>
        <translation>Enter forecast</translation>
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
        <source>找人、队伍、网格、任务</source>
        <translation>Find people, squads, grids, tasks</translation>
    </message>
    <message>
        <source>找地点、在本页查找</source>
        <translation>Find a place, find on this page</translation>
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
        <source>收起表单（内容保留）、回到实况</source>
        <translation>Close a form (contents kept), back to live</translation>
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
        <source>看全镇</source>
        <translation>Whole town</translation>
    </message>
    <message>
        <source>签发、提交表单</source>
        <translation>Sign off, send a form</translation>
    </message>
    <message>
        <source>调度</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>逐人群呼</source>
        <translation>Call each in turn</translation>
    </message>
    <message>
        <source>量距</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>键盘一览</source>
        <translation>Map of keys</translation>
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
    <name>LinksTab</name>
    <message>
        <source>上级平台或水情公报网址(&amp;P)</source>
        <translation>Superior &amp;platform or bulletin</translation>
    </message>
    <message>
        <source>不填即不连接外网；席位照常使用自带底图和人工录入。</source>
        <translation>Left empty, nothing is fetched: the desk works with its own base map and entries by hand.</translation>
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
    <name>MainWindow</name>
    <message>
        <source>安澜 · 花园口镇防汛指挥部</source>
        <translation>Anlan · Huayuankou Town Flood HQ</translation>
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
        <source>这一图层没有要素</source>
        <translation>This layer has no features</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>事件与险情</source>
        <translation>Reports and incidents</translation>
    </message>
    <message>
        <source>事件待核实（空心）</source>
        <translation>Unverified report (hollow)</translation>
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
        <source>底图</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>智能石头</source>
        <translation>Smart stones</translation>
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
        <source>网格</source>
        <translation>Grids</translation>
    </message>
    <message>
        <source>网格人员</source>
        <translation>Grid workers</translation>
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
        <source>迁安与运料路线</source>
        <translation>Relocation and haul routes</translation>
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
        <source>险情（圈=超时）</source>
        <translation>Incident (ring = overdue)</translation>
    </message>
    <message>
        <source>需要处置</source>
        <translation>Needs action</translation>
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
    <name>Patrol</name>
    <message>
        <source>事件</source>
        <translation>Report</translation>
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
        <source>已历</source>
        <translation>Open for</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Handler</translation>
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
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>触发指令</source>
        <translation>Triggers</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
</context>
<context>
    <name>PatrolWorkspace</name>
    <message>
        <source>{0} {1} 件</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} {1}：{2}一遍，每班需 {3} 组，完整巡防队 {4}/{5} 支</source>
        <translation>{0} {1}: a round every {2}, {3} groups a shift; full squads {4}/{5}</translation>
    </message>
    <message>
        <source>{0} 段 {1:.1f} km × 每公里 {2:g} 组。{3}（{4}）</source>
        <translation>{0} sections, {1:.1f} km × {2:g} groups per km. {3} ({4})</translation>
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
        <source>交给谁：姓名、岗位或队伍</source>
        <translation>To whom: name, role or squad</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部大类</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
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
        <source>实况</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>找事件：种类、地点、内容、报告人</source>
        <translation>Find: kind, place, text, reporter</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
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
        <source>推演</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>没有符合条件的事件</source>
        <translation>No report matches</translation>
    </message>
    <message>
        <source>没有责任段，请在 系统·数据 导入路线台账</source>
        <translation>No sections: import the register of routes under System · Data</translation>
    </message>
    <message>
        <source>没有险情</source>
        <translation>No incidents</translation>
    </message>
    <message>
        <source>流量级表中没有 {0} m³/s</source>
        <translation>The tiers hold no {0} m³/s</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>电话接报…</source>
        <translation>Phone report…</translation>
    </message>
    <message>
        <source>确认为险情，触发预案的险情指令（Alt+I）</source>
        <translation>Confirm as an incident: triggers the plan's instructions (Alt+I)</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>记一条电话报来的事件（Ctrl+R）</source>
        <translation>Enter a report that came by phone (Ctrl+R)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>说明：办结、不属实必填</source>
        <translation>Notes: required to close or call unfounded</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>转险情…</source>
        <translation>Incident…</translation>
    </message>
    <message>
        <source>还没有接报。电话报来的事件按 Ctrl+R 记入</source>
        <translation>No reports yet. Enter what comes by phone with Ctrl+R</translation>
    </message>
    <message>
        <source>这件事件没有坐标</source>
        <translation>This report has no position</translation>
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
        <source>销号说明</source>
        <translation>Notes on closing</translation>
    </message>
    <message>
        <source>销号说明：险情如何控制、谁复核（必填）</source>
        <translation>How it was brought under control, who checked (required)</translation>
    </message>
    <message>
        <source>险情</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>险情 {0}</source>
        <translation>Incidents {0}</translation>
    </message>
    <message>
        <source>险情销号</source>
        <translation>Close incident</translation>
    </message>
    <message>
        <source>，缺 {0} 组</source>
        <translation>, {0} groups short</translation>
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
        <source>按姓名、岗位、电话、队伍找人</source>
        <translation>Find by name, role, phone, squad</translation>
    </message>
    <message>
        <source>没有匹配的人员或队伍</source>
        <translation>No matching person or squad</translation>
    </message>
    <message>
        <source>队</source>
        <translation>Squad</translation>
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
        <source>{0} 次</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>下一级</source>
        <translation>Next rung</translation>
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
        <source>全部</source>
        <translation>All</translation>
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
        <source>还没有推送</source>
        <translation>No push yet</translation>
    </message>
    <message>
        <source>这一类没有人</source>
        <translation>Nobody in this class</translation>
    </message>
    <message>
        <source>逐个打电话，已收到的不再打扰</source>
        <translation>Phone one after another; those who acknowledged are left alone</translation>
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
        <source>叫应次序</source>
        <translation>Order of the ladder</translation>
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
        <source>要求</source>
        <translation>Task</translation>
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
    <name>RatingPage</name>
    <message>
        <source>{0} · 由 {1} 次实测得出 · 只在 {2}–{3} m³/s 之内有效</source>
        <translation>{0} · from {1} gaugings · valid only {2}–{3} m³/s</translation>
    </message>
    <message>
        <source>{0} 年水位流量关系 · {1}</source>
        <translation>Rating {0} · {1}</translation>
    </message>
    <message>
        <source>基面未注明</source>
        <translation>Datum not stated</translation>
    </message>
    <message>
        <source>本年没有水位流量关系</source>
        <translation>No rating for this year</translation>
    </message>
    <message>
        <source>河床逐年冲淤，往年关系不能用于本年；没有数据就不推算水位。</source>
        <translation>The bed scours and silts every year, so an old rating does not hold; without data no stage is derived.</translation>
    </message>
</context>
<context>
    <name>ReadingForm</name>
    <message>
        <source>{0}。核对无误后再次键入流量 {1}。</source>
        <translation>{0}. If correct, type the flow {1} again.</translation>
    </message>
    <message>
        <source>再次键入流量以确认</source>
        <translation>Type the flow again to confirm</translation>
    </message>
    <message>
        <source>如：大沽</source>
        <translation>e.g. Dagu</translation>
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
        <source>160型</source>
        <translation>type 160</translation>
    </message>
    <message>
        <source>1985国家高程基准</source>
        <translation>NHD 1985</translation>
    </message>
    <message>
        <source>24瓶/箱</source>
        <translation>24 bottles a box</translation>
    </message>
    <message>
        <source>40马力</source>
        <translation>40 hp</translation>
    </message>
    <message>
        <source>50型</source>
        <translation>type 50</translation>
    </message>
    <message>
        <source>8#、10#</source>
        <translation>No. 8, 10</translation>
    </message>
    <message>
        <source>一线临水作业人员</source>
        <translation>Riverside workers</translation>
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
        <source>下跨角</source>
        <translation>Lower corner</translation>
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
        <source>个</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>中粗砂</source>
        <translation>medium coarse</translation>
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
        <source>交通管制员</source>
        <translation>Traffic controller</translation>
    </message>
    <message>
        <source>京水村</source>
        <translation>Jingshui</translation>
    </message>
    <message>
        <source>人员落水</source>
        <translation>Person in water</translation>
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
        <source>件</source>
        <translation>pcs</translation>
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
        <source>充电式</source>
        <translation>rechargeable</translation>
    </message>
    <message>
        <source>党委书记、第一指挥长</source>
        <translation>Party secretary, first commander</translation>
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
        <source>分批返滩通知</source>
        <translation>Return in turns</translation>
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
        <source>包段干部</source>
        <translation>Section official</translation>
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
        <source>发电机组</source>
        <translation>Generators</translation>
    </message>
    <message>
        <source>取土打井</source>
        <translation>Digging, wells</translation>
    </message>
    <message>
        <source>只</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>可刈割</source>
        <translation>ready to mow</translation>
    </message>
    <message>
        <source>台</source>
        <translation>no.</translation>
    </message>
    <message>
        <source>合作社</source>
        <translation>Co-operative</translation>
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
        <source>吐丝期</source>
        <translation>silking</translation>
    </message>
    <message>
        <source>含氯消毒剂</source>
        <translation>chlorine</translation>
    </message>
    <message>
        <source>启动响应通知</source>
        <translation>Response started</translation>
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
        <source>土工布</source>
        <translation>Geotextile</translation>
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
        <source>块</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>块石</source>
        <translation>Block stone</translation>
    </message>
    <message>
        <source>坝</source>
        <translation>Spur</translation>
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
        <source>坝岸溃膛</source>
        <translation>Spur washout</translation>
    </message>
    <message>
        <source>坝裆后溃</source>
        <translation>Breach between spurs</translation>
    </message>
    <message>
        <source>坦石坍塌</source>
        <translation>Armour collapse</translation>
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
        <source>堤岸坍塌</source>
        <translation>Bank collapse</translation>
    </message>
    <message>
        <source>堤顶塌陷</source>
        <translation>Crest subsidence</translation>
    </message>
    <message>
        <source>壤土</source>
        <translation>loam</translation>
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
        <source>孕产妇婴幼儿留守儿童</source>
        <translation>Mothers, infants, children</translation>
    </message>
    <message>
        <source>字号比例</source>
        <translation>Font scale</translation>
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
        <source>宣传组组长</source>
        <translation>Head, public information</translation>
    </message>
    <message>
        <source>宽6m</source>
        <translation>6 m wide</translation>
    </message>
    <message>
        <source>对讲机</source>
        <translation>Radios</translation>
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
        <source>小浪底</source>
        <translation>Xiaolangdi</translation>
    </message>
    <message>
        <source>小浪底水库</source>
        <translation>Xiaolangdi Reservoir</translation>
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
        <source>工程技术组组长</source>
        <translation>Head, engineering</translation>
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
        <source>底图服务网址模板（XYZ/WMTS，WGS-84）</source>
        <translation>Address template of base tiles (XYZ/WMTS, WGS-84)</translation>
    </message>
    <message>
        <source>底图署名</source>
        <translation>Attribution of base tiles</translation>
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
        <source>彩条布</source>
        <translation>Striped sheeting</translation>
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
        <source>打桩机</source>
        <translation>Pile drivers</translation>
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
        <source>抛投器</source>
        <translation>Line throwers</translation>
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
        <source>护岸</source>
        <translation>Revetment</translation>
    </message>
    <message>
        <source>护栏标志牌损毁</source>
        <translation>Rails or signs damaged</translation>
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
        <source>指挥长</source>
        <translation>Commander</translation>
    </message>
    <message>
        <source>指挥长（演示）</source>
        <translation>Commander (demo)</translation>
    </message>
    <message>
        <source>挖掘机</source>
        <translation>Excavators</translation>
    </message>
    <message>
        <source>排污</source>
        <translation>Sewage</translation>
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
        <source>提请</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>撤滩通知</source>
        <translation>Leave the floodplain</translation>
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
        <source>数字</source>
        <translation>digital</translation>
    </message>
    <message>
        <source>数据库地址（空为本机 SQLite）</source>
        <translation>Database address (empty: SQLite on this machine)</translation>
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
        <source>新媒体专员</source>
        <translation>New media officer</translation>
    </message>
    <message>
        <source>方便食品</source>
        <translation>ready to eat</translation>
    </message>
    <message>
        <source>施工人员</source>
        <translation>Construction workers</translation>
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
        <source>智能石头告警</source>
        <translation>Smart stone alarm</translation>
    </message>
    <message>
        <source>木桩</source>
        <translation>Timber piles</translation>
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
        <source>果树</source>
        <translation>Orchard</translation>
    </message>
    <message>
        <source>查险灯</source>
        <translation>Search lamps</translation>
    </message>
    <message>
        <source>柳枝</source>
        <translation>Willow branches</translation>
    </message>
    <message>
        <source>根</source>
        <translation>pcs</translation>
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
        <source>棉被</source>
        <translation>Quilts</translation>
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
        <source>水产</source>
        <translation>Fish pond</translation>
    </message>
    <message>
        <source>水位计异常</source>
        <translation>Gauge fault</translation>
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
        <source>求助</source>
        <translation>Call for help</translation>
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
        <source>河口村水库</source>
        <translation>Hekoucun Reservoir</translation>
    </message>
    <message>
        <source>河畔社区</source>
        <translation>Hepan Community</translation>
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
        <source>洛河</source>
        <translation>Luo River</translation>
    </message>
    <message>
        <source>流动人口租户</source>
        <translation>Migrants, tenants</translation>
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
        <source>涉水经营</source>
        <translation>Trades on the water</translation>
    </message>
    <message>
        <source>涉汛谣言澄清</source>
        <translation>Rumours corrected</translation>
    </message>
    <message>
        <source>渗水</source>
        <translation>Seepage</translation>
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
        <source>滑坡</source>
        <translation>Slide</translation>
    </message>
    <message>
        <source>滞留种植户</source>
        <translation>Growers remaining</translation>
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
        <source>漫溢</source>
        <translation>Overtopping</translation>
    </message>
    <message>
        <source>漫滩洪水</source>
        <translation>Overbank</translation>
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
        <source>生长期</source>
        <translation>growing</translation>
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
        <source>电力照明组组长</source>
        <translation>Head, power and light</translation>
    </message>
    <message>
        <source>电工</source>
        <translation>Electrician</translation>
    </message>
    <message>
        <source>电缆</source>
        <translation>Cable</translation>
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
        <source>石桥村</source>
        <translation>Shiqiao</translation>
    </message>
    <message>
        <source>砂</source>
        <translation>Sand</translation>
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
        <source>穿堤管线渗漏</source>
        <translation>Pipe leakage</translation>
    </message>
    <message>
        <source>穿堤闸渗漏</source>
        <translation>Sluice leakage</translation>
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
        <source>结荚期</source>
        <translation>podding</translation>
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
        <source>背河</source>
        <translation>Landside</translation>
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
        <source>花园口</source>
        <translation>Huayuankou</translation>
    </message>
    <message>
        <source>花园口村</source>
        <translation>Huayuankou</translation>
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
        <source>蓝</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>蔬菜</source>
        <translation>Vegetables</translation>
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
        <source>装载机</source>
        <translation>Loaders</translation>
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
        <source>语言</source>
        <translation>Language</translation>
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
        <source>超标准洪水</source>
        <translation>Beyond design</translation>
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
        <source>道路封控通告</source>
        <translation>Roads closed</translation>
    </message>
    <message>
        <source>道路阻断</source>
        <translation>Road blocked</translation>
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
        <source>野泳</source>
        <translation>Swimming</translation>
    </message>
    <message>
        <source>铅丝</source>
        <translation>Galvanised wire</translation>
    </message>
    <message>
        <source>铅丝笼</source>
        <translation>Gabions</translation>
    </message>
    <message>
        <source>铜锣</source>
        <translation>Gongs</translation>
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
        <source>长2–4m</source>
        <translation>2–4 m long</translation>
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
        <source>险工</source>
        <translation>Levee works</translation>
    </message>
    <message>
        <source>险工工程班技术员</source>
        <translation>Works technician</translation>
    </message>
    <message>
        <source>险情处置通知</source>
        <translation>Incident handling</translation>
    </message>
    <message>
        <source>陷坑</source>
        <translation>Sinkhole</translation>
    </message>
    <message>
        <source>雨淋沟</source>
        <translation>Rain gullies</translation>
    </message>
    <message>
        <source>露营</source>
        <translation>Camping</translation>
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
        <source>风浪淘刷</source>
        <translation>Wave scour</translation>
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
        <source>鲜柳</source>
        <translation>fresh willow</translation>
    </message>
    <message>
        <source>麻绳</source>
        <translation>Hemp rope</translation>
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
        <source>黄河</source>
        <translation>Yellow River</translation>
    </message>
    <message>
        <source>黏土</source>
        <translation>Clay</translation>
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
    <name>RelocationWorkspace</name>
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
        <source>批量登记</source>
        <translation>Register in bulk</translation>
    </message>
    <message>
        <source>推演 {0} m³/s</source>
        <translation>What-if {0} m³/s</translation>
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
        <translation>Level</translation>
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
    <name>RiverPanel</name>
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
        <source>录入预报（F7）</source>
        <translation>Enter a forecast (F7)</translation>
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
    <name>SheetPane</name>
    <message>
        <source>收起（Esc），已填内容保留</source>
        <translation>Close (Esc); what was typed is kept</translation>
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
        <source>签发单</source>
        <translation>Sign-off sheet</translation>
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
        <source>下达</source>
        <translation>Issue</translation>
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
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Change of watch</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
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
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>值班记事</source>
        <translation>Note of the watch</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
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
        <source>发生时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>受领人</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>叫应次序</source>
        <translation>Order of the ladder</translation>
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
        <source>合格</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
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
        <source>完成数</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>应完成数</source>
        <translation>To be done</translation>
    </message>
    <message>
        <source>录入预报</source>
        <translation>Enter forecast</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>报告人</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>报汛</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>拒收行数</source>
        <translation>Rows refused</translation>
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
        <source>推送</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>推送未通过</source>
        <translation>Push refused</translation>
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
        <source>撤离登记</source>
        <translation>Whereabouts logged</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Reference</translation>
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
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>水位</source>
        <translation>Stage</translation>
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
        <source>状态</source>
        <translation>State</translation>
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
        <source>类别</source>
        <translation>Class</translation>
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
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grids</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Assignee</translation>
    </message>
    <message>
        <source>质量</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>轮次</source>
        <translation>Rounds</translation>
    </message>
    <message>
        <source>销号时间</source>
        <translation>Closed at</translation>
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
        <source>险情销号</source>
        <translation>Close incident</translation>
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
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>{0} 人</source>
        <translation>{0} people</translation>
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
        <source>{0} 等 {1} 项</source>
        <translation>{0} and others, {1} in all</translation>
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
        <source>事件 {0} 件：{1}</source>
        <translation>Reports ({0}): {1}</translation>
    </message>
    <message>
        <source>事件须有文字说明</source>
        <translation>A report needs a description</translation>
    </message>
    <message>
        <source>任务已不在清单中</source>
        <translation>The task is no longer in the list</translation>
    </message>
    <message>
        <source>值班席</source>
        <translation>Duty desk</translation>
    </message>
    <message>
        <source>台账 {0} 更新：{1}拒收 {2} 行（{3}）</source>
        <translation>Register {0}: {1}{2} refused ({3})</translation>
    </message>
    <message>
        <source>回传 {0}·{1}：{2}</source>
        <translation>Report {0} · {1}: {2}</translation>
    </message>
    <message>
        <source>地块</source>
        <translation>Plots</translation>
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
        <source>安置点</source>
        <translation>Shelters</translation>
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
        <source>录入预报：{0} {1} m³/s，{2}</source>
        <translation>Forecast entered: {0} {1} m³/s, {2}</translation>
    </message>
    <message>
        <source>报汛时效</source>
        <translation>Reading due</translation>
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
        <source>接 {0} 命令：{1}</source>
        <translation>Order from {0}: {1}</translation>
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
        <source>撤回{0}预报：{1}</source>
        <translation>Forecast for {0} withdrawn: {1}</translation>
    </message>
    <message>
        <source>撤回推送：{0}</source>
        <translation>Push retracted: {0}</translation>
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
        <source>未能办理（{0}）</source>
        <translation>Not done ({0})</translation>
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
        <source>没有“{0}”权限，请由有权人员办理</source>
        <translation>The right "{0}" is missing; someone who has it must do this</translation>
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
        <source>没有这道上级命令</source>
        <translation>There is no such superior order</translation>
    </message>
    <message>
        <source>没有选中任务</source>
        <translation>No task selected</translation>
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
        <source>物资</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>电话 {0}：{1}</source>
        <translation>Call {0}: {1}</translation>
    </message>
    <message>
        <source>签发 {0}（{1} m³/s）：下达 {2} 项、撤销 {3} 项。{4}</source>
        <translation>Signed off {0} ({1} m³/s): {2} issued, {3} withdrawn. {4}</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
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
        <source>视频</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>该站没有可撤回的预报</source>
        <translation>This station has no forecast to withdraw</translation>
    </message>
    <message>
        <source>请写明理由</source>
        <translation>Give a reason</translation>
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
        <source>这次推送已拟过</source>
        <translation>This push was already drafted</translation>
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
        <source>重点关注人员</source>
        <translation>Key people</translation>
    </message>
    <message>
        <source>队伍</source>
        <translation>Squads</translation>
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
        <source>外观</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>席位时间 {0}（北京时间）</source>
        <translation>Desk time {0} (Beijing)</translation>
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
        <source>返回清单（Esc）</source>
        <translation>Back to the list (Esc)</translation>
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
        <translation>Report</translation>
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
        <source>台账</source>
        <translation>Registers</translation>
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
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>调度</source>
        <translation>Dispatch</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
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
        <source>花园口镇防汛指挥部</source>
        <translation>Huayuankou Town Flood HQ</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
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
    <name>WarningCard</name>
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
        <translation>Basis and clause</translation>
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
        <source>打开签发单：先看清将下达和撤销什么，再签发到实况（F9）</source>
        <translation>Open the sign-off sheet: see what is issued and withdrawn before it goes live (F9)</translation>
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
        <translation>Confirm {0}…</translation>
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
        <source>险情：{0}</source>
        <translation>Incident: {0}</translation>
    </message>
    <message>
        <source>预报</source>
        <translation>Forecast</translation>
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
        <source>二滩</source>
        <translation>Mid terrace</translation>
    </message>
    <message>
        <source>人工下达</source>
        <translation>Issued by hand</translation>
    </message>
    <message>
        <source>免除</source>
        <translation>Exempt</translation>
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
        <source>拒绝撤离</source>
        <translation>Refuses</translation>
    </message>
    <message>
        <source>推演</source>
        <translation>What-if</translation>
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
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Reassign</translation>
    </message>
    <message>
        <source>政务通信</source>
        <translation>Gov. messenger</translation>
    </message>
    <message>
        <source>新</source>
        <translation>+</translation>
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
        <source>未通知</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>未通过</source>
        <translation>Refused</translation>
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
        <source>物资设施</source>
        <translation>Stock, facilities</translation>
    </message>
    <message>
        <source>环境水质</source>
        <translation>Water quality</translation>
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
        <source>工程</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>已核</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>技术</source>
        <translation>Technical</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>智能石头</source>
        <translation>Smart stones</translation>
    </message>
    <message>
        <source>根石深 m</source>
        <translation>Root stone m</translation>
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
        <source>这道坝没有布设</source>
        <translation>None on this spur</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>Select</translation>
    </message>
</context>
</TS>
