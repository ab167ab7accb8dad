"""SL 651-2014 水文监测数据通信规约: what telemetry stations send, read into values, and made by the simulator.

    crc, bcd, codes        check sum, packed decimals, the codes of tables 10, A.1 and B.1
    elements, parameters   tables C.1, D.1, D.4, 58 and 82 as data
    frames, stream         bytes ↔ frames: tables 16–23, one frame or a stream cut anywhere
    messages, bodies…      a frame's text: 6.6.1–6.6.4
    assembly, session      many packets to one text, what is answered to whom: 6.3
    encode, rtu            values → frames, and a station that speaks
    observations           telegrams → the one normal form of data/model/telemetry.py

Nothing here opens a socket except rtu (the simulator). What is supported and what could not be verified: docs/sl651.md.
"""
