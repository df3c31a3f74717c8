"""A service as those of OpenStack are: it reads its settings with oslo.config, connects to its database with oslo.db and
to a broker over TCP, is ready when it has both, and then answers each request with what the database does."""
import http.server
import os
import socket
import sys
import time

from oslo_config import cfg
from oslo_db import api, options
from oslo_db.sqlalchemy import session
from sqlalchemy import text

conf = cfg.ConfigOpts()
conf.register_opts(options.database_opts, 'database')
conf.register_opts(
    [cfg.IntOpt('rabbit_max_retries', default=0), cfg.IntOpt('heartbeat_timeout_threshold', default=60)],
    'oslo_messaging_rabbit',
)
conf([], project='nova')


def connect_to_broker():
    """As kombu does for oslo.messaging: for ever where the number of retries is 0."""
    retries = conf.oslo_messaging_rabbit.rabbit_max_retries
    attempt = 0
    while True:
        try:
            return socket.create_connection(('127.0.0.1', 5672))
        except OSError as error:
            attempt += 1
            print(f'broker: {error}', flush=True)
            if retries != 0 and attempt > retries:
                sys.exit('no broker')
            time.sleep(1)


facade = session.EngineFacade.from_config(conf)
broker = connect_to_broker()


@api.wrap_db_retry(
    max_retries=conf.database.db_max_retries,
    retry_on_disconnect=True,
    retry_interval=1,
    inc_retry_interval=False,
)
def answer():
    with facade.get_engine().connect() as connection:
        return str(connection.execute(text('SELECT 40 + 2')).scalar())


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = answer().encode()
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)


http.server.ThreadingHTTPServer.allow_reuse_address = True
server = http.server.ThreadingHTTPServer(('127.0.0.1', 8774), Handler)
with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
    notify.sendto(b'READY=1', os.environ['NOTIFY_SOCKET'])
server.serve_forever()
