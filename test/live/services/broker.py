"""Stands in for a broker: accepts connections and leaves them open."""
import socket

server = socket.create_server(('127.0.0.1', 5672))
connections = []
while True:
    connections.append(server.accept())
