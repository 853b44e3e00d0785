/** What the page says. Recorded (feige, section 2), but for the buttons, the empty list and the lines at the side. */
export const words = {
  activeTab: '当前会话',
  lastTab: '最近联系',
  settings: '列表设置',
  waited: '等待时长',
  grouped: '已分组',
  answered: '人工已回复',
  remark: '添加备注',
  draft: '[草稿]',
  read: '已读',
  unread: '未读',
  empty: '暂无会话',
  choose: '请选择会话',
  placeholder: '输入消息',
  send: '发送',
  transfer: '转接',
  side: ['用户信息', '订单', '商品'],
} as const;
