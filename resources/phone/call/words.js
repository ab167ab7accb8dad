/** Words of the call screen in both languages of the page. */

const ZH = {
  from_desk: "视频来电", accept: "接听", refuse: "拒接", busy: "在忙", driving: "在开车", later: "稍后回", calling: "正在呼叫指挥部",
  calling_hint: "请稍候，值班员会接听", hang: "挂断", mute: "静音", unmute: "取消静音", camera_off: "关摄像头", camera_on: "开摄像头", flip: "换摄像头",
  recording: "正在录像", connecting: "正在连接", connected: "已接通", relay: "网络受限，经指挥部转送", relay_mute: "网络受限，只传画面，请改打电话",
  lost: "连接中断，正在重连", ask: "请允许使用麦克风和摄像头", no_mic: "没有麦克风权限，对方听不到", no_camera: "没有摄像头，只传声音",
  no_media: "麦克风和摄像头都不可用，只能看和听", missed: "未接来电", ended: "通话已结束", busy_desk: "指挥部正忙，请打电话", no_answer: "指挥部未接听，请打电话",
  declined: "指挥部现在不便接听，请打电话", back: "通话还在进行", rejoin: "回到通话", close: "关闭", me: "我", desk: "指挥部", failed: "视频没有接通，请打电话",
};

const EN = {
  from_desk: "Video call", accept: "Answer", refuse: "Decline", busy: "Busy", driving: "Driving", later: "Call back", calling: "Calling headquarters",
  calling_hint: "The operator will answer", hang: "Hang up", mute: "Mute", unmute: "Unmute", camera_off: "Camera off", camera_on: "Camera on", flip: "Flip camera",
  recording: "Recording", connecting: "Connecting", connected: "Connected", relay: "Weak network: relayed by headquarters", relay_mute: "Weak network: picture only, please phone",
  lost: "Connection lost, trying again", ask: "Allow microphone and camera", no_mic: "No microphone: you cannot be heard", no_camera: "No camera: sound only",
  no_media: "No microphone, no camera: you can watch and listen", missed: "Missed call", ended: "Call ended", busy_desk: "Headquarters is busy, please phone", no_answer: "No answer, please phone",
  declined: "Headquarters cannot take the call, please phone", back: "The call is still going on", rejoin: "Rejoin", close: "Close", me: "Me", desk: "Headquarters", failed: "Video did not connect, please phone",
};

export function wordsFor(language) {
  return (language || "zh").toLowerCase().startsWith("en") ? EN : ZH;
}
