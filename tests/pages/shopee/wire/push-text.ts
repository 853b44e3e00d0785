/** An event as socket.io writes it: 4 for a message of the connection, 2 for an event, then name and data. */
export function eventText(name: string, data: object): string {
  return `42${JSON.stringify([name, data])}`;
}

/** What comes as event `message` for a chat message. */
export function messageEvent(message: object): string {
  return eventText('message', { message_type: 'message', message_content: JSON.stringify(message) });
}
